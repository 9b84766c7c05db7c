import '../ui/styles/tokens.css';
import '../ui/styles/parts.css';
import '../ui/qr/qr-code.css';
import './display.css';
import './stage/stage.css';
import './stage/terms.css';
import './stage/stage-layouts.css';
import './pairing/pairing.css';
import './extras/languages.css';
import './stage/shop.css';
import { mount } from '../ui/parts/mount.tsx';
import { asDisplay } from './as-display.ts';
import { tillInAddress } from './pairing/device.ts';
import { Tablet } from './tablet.tsx';

mount(<Tablet till={tillInAddress(location.pathname)} />);
// Not needed to show anything, so it comes after what is.
import('./kiosk/kiosk.ts').then(
  ({ startKiosk }) => startKiosk(asDisplay),
  () => {},
);
