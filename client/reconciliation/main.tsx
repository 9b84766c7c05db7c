import '../ui/tokens.css';
import '../ui/parts.css';
import './page.css';
import './report.css';
import './tables.css';
import './print.css';
import { mount } from '../ui/mount.tsx';
import { Page } from './page.tsx';

mount(<Page />);
