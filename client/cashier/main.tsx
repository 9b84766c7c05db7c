import '../ui/tokens.css';
import '../ui/parts.css';
import '../ui/qr-code.css';
import './cashier.css';
import './bar.css';
import '../ui/controls.css';
import './new-sale.css';
import './now.css';
import './today.css';
import './details.css';
import './history.css';
import './displays.css';
import { mount } from '../ui/mount.tsx';
import { signInWhenSignedOut } from '../ui/sign-in-address.ts';
import { tillIdOf } from '../ui/use-till.ts';
import { Cashier } from './cashier.tsx';

signInWhenSignedOut();
mount(<Cashier tillId={tillIdOf(location.pathname)} />);
