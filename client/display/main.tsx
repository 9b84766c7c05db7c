import '../ui/tokens.css';
import '../ui/parts.css';
import '../ui/qr-code.css';
import './display.css';
import './stage.css';
import './terms.css';
import './stage-layouts.css';
import './pairing.css';
import './languages.css';
import './shop.css';
import { mount } from '../ui/mount.tsx';
import { tillInAddress } from './own.ts';
import { Tablet } from './tablet.tsx';

mount(<Tablet till={tillInAddress(location.pathname)} />);
// Not needed to show anything, so it comes after what is.
import('./kiosk/kiosk.ts').then(
  ({ startKiosk }) => startKiosk(),
  () => {},
);
