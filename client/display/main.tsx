import '../ui/tokens.css';
import '../ui/parts.css';
import '../ui/qr-code.css';
import './display.css';
import './stage.css';
import './stage-layouts.css';
import { mount } from '../ui/mount.tsx';
import { tillIdOf } from '../ui/use-till.ts';
import { Display } from './display.tsx';

mount(<Display tillId={tillIdOf(location.pathname)} />);
