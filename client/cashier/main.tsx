import '../ui/styles/tokens.css';
import '../ui/styles/parts.css';
import '../ui/lock/lock.css';
import '../ui/qr/qr-code.css';
import '../ui/qr/tablet-addresses.css';
import './cashier.css';
import './top-bar/bar.css';
import './top-bar/away.css';
import './top-bar/menu.css';
import './charge/new-sale.css';
import './charge/keys.css';
import './charge/suggestions.css';
import './subscription/subscription.css';
import './current/current-payment.css';
import './current/verdict.css';
import './current/last-sale.css';
import './current/mirror.css';
import './current/low.css';
import './current/turned.css';
import './today/today.css';
import './today/hours.css';
import './details/details.css';
import './details/history.css';
import './displays/displays.css';
import './search/search-dialog.css';
import './slip/slip.css';
import { signInWhenSignedOut } from '../ui/api/sign-in-address.ts';
import { Lockable } from '../ui/lock/lockable.tsx';
import { mount } from '../ui/parts/mount.tsx';
import { tillIdOf } from '../ui/till/use-till.ts';
import { Cashier } from './cashier.tsx';
import { forgetRecents } from './charge/use-recents.ts';

signInWhenSignedOut();
mount(
  <Lockable onSignOut={forgetRecents}>
    <Cashier tillId={tillIdOf(location.pathname)} />
  </Lockable>,
);
