import '../ui/styles/tokens.css';
import '../ui/styles/parts.css';
import './page.css';
import { signInWhenSignedOut } from '../ui/api/sign-in-address.ts';
import { mount } from '../ui/parts/mount.tsx';
import { Page } from './page.tsx';

signInWhenSignedOut();
mount(<Page />);
