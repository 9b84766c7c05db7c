import { useState } from 'react';
import { failureOf } from '../ui/api/api.ts';
import { ManagerPage } from '../ui/parts/manager-page.tsx';
import { NoticePage } from '../ui/parts/notice-page.tsx';
import { localeFor, usualLocale } from '../ui/texts/languages.ts';
import type { AuditTexts } from '../ui/texts/texts.ts';
import { type Spoken, useBrowserTexts } from '../ui/texts/use-texts.ts';
import { Entries } from './entries.tsx';
import { Filters } from './filters.tsx';
import { auditTexts } from './texts.ts';
import { type Filter, useAudit } from './use-audit.ts';

const everything: Filter = { day: '', kind: '', person: null };

/** Who did what, for managers. */
export function Page() {
  const spoken = useBrowserTexts(auditTexts);
  return spoken ? <Audit spoken={spoken} /> : <NoticePage icon="dots" />;
}

function Audit({ spoken: { language, texts } }: { spoken: Spoken<AuditTexts> }) {
  const { audit } = texts;
  const [filter, setFilter] = useState(everything);
  const { data, error, isFetching, hasNextPage, fetchNextPage } = useAudit(filter);
  const failure = error && failureOf(error);
  const entries = data?.pages.flatMap((page) => page.entries) ?? [];
  const { seal, timeZone = 'UTC' } = data?.pages[0] ?? {};
  return (
    <ManagerPage
      name="audit"
      links={['staff', 'settings']}
      failure={failure}
      isBusy={isFetching}
      texts={texts}
    >
      <Filters filter={filter} texts={audit} onChange={setFilter} />
      <Entries
        entries={entries}
        texts={audit}
        locale={localeFor(language, usualLocale)}
        timeZone={timeZone}
        onPerson={(person) => setFilter({ ...filter, person })}
      />
      <p role="status" className="soft">
        {isFetching && audit.loading}
        {!isFetching && data && entries.length === 0 && audit.none}
      </p>
      {hasNextPage && (
        <button type="button" className="quiet" disabled={isFetching} onClick={() => fetchNextPage()}>
          {audit.more}
        </button>
      )}
      {seal && <p className="soft seal">{audit.seal(String(seal.sequence), seal.hash)}</p>}
    </ManagerPage>
  );
}
