import '../ui/styles/tokens.css';
import '../ui/styles/parts.css';
import '../ui/lock/lock.css';
import '../ui/qr/qr-code.css';
import '../ui/qr/tablet-addresses.css';
import './home.css';
import { signInWhenSignedOut } from '../ui/api/sign-in-address.ts';
import { Lockable } from '../ui/lock/lockable.tsx';
import { mount } from '../ui/parts/mount.tsx';
import { NotFound } from './not-found.tsx';
import { Page } from './page.tsx';

// The server sends this page for every unknown address, too.
const isStartPage = location.pathname === '/';
if (isStartPage) signInWhenSignedOut();
mount(
  isStartPage ? (
    <Lockable>
      <Page />
    </Lockable>
  ) : (
    <NotFound />
  ),
);
