import '../ui/styles/tokens.css';
import '../ui/styles/parts.css';
import '../ui/lock/lock.css';
import './page.css';
import './bars.css';
import { signInWhenSignedOut } from '../ui/api/sign-in-address.ts';
import { Lockable } from '../ui/lock/lockable.tsx';
import { mount } from '../ui/parts/mount.tsx';
import { Page } from './page.tsx';

signInWhenSignedOut();
mount(
  <Lockable>
    <Page />
  </Lockable>,
);
