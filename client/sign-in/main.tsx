import '../ui/styles/tokens.css';
import '../ui/styles/parts.css';
import './sign-in.css';
import { mount } from '../ui/parts/mount.tsx';
import { Page } from './page.tsx';

// The token of a set-up link must not stay in the address bar, nor in the history of the browser.
const token = location.hash.slice(1);
if (token) history.replaceState(null, '', location.pathname + location.search);
addEventListener('hashchange', () => location.reload());

mount(<Page isSetUp={location.pathname === '/set-up'} token={token} />);
