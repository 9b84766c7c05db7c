import '../ui/tokens.css';
import '../ui/parts.css';
import '../ui/qr-code.css';
import './cashier.css';
import './controls.css';
import './new-sale.css';
import './now.css';
import './today.css';
import './details.css';
import { mount } from '../ui/mount.tsx';
import { tillIdOf } from '../ui/use-till.ts';
import { Cashier } from './cashier.tsx';

mount(<Cashier tillId={tillIdOf(location.pathname)} />);
