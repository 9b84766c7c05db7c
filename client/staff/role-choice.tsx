import type { Role } from '../../server/contract/access.ts';
import { useStaffWords } from './staff-texts.ts';

const roles: readonly Role[] = ['cashier', 'manager'];

/** What somebody may do: each role with a sentence about it. */
export function RoleChoice({ chosen, onChoose }: { chosen: Role; onChoose: (role: Role) => void }) {
  const { access, staff: words } = useStaffWords();
  return (
    <fieldset className="roles">
      <legend>{words.role}</legend>
      {roles.map((role) => (
        <label key={role}>
          <input
            type="radio"
            name="role"
            value={role}
            checked={chosen === role}
            aria-describedby={`${role}-may`}
            onChange={() => onChoose(role)}
          />
          <span>
            {access.roles[role]}
            <small id={`${role}-may`}>{words.roleHelp[role]}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
