import '../ui/tokens.css';
import '../ui/parts.css';
import './page.css';
import './report.css';
import './tables.css';
import './print.css';
import { mount } from '../ui/mount.tsx';
import { signInWhenSignedOut } from '../ui/sign-in-address.ts';
import { Page } from './page.tsx';

signInWhenSignedOut();
mount(<Page />);
