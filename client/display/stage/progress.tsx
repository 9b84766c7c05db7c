import { stepStatus } from '../../ui/parts/step-status.ts';
import type { Scene } from '../scenes/scene.ts';
import { useTexts } from '../texts/texts.ts';

const steps = ['scan', 'approve', 'done'] as const;

/** How far the customer has come. The words beside the figure say the same, so it is hidden from screen readers. */
export function Progress({ done }: { done: Scene['stepsDone'] }) {
  const { texts } = useTexts();
  return (
    <ol className="progress" aria-hidden="true" data-shown={done !== null}>
      {steps.map((step, index) => (
        <li key={step} data-step={stepStatus(index, done ?? 0)}>
          {texts.display.steps[step]}
        </li>
      ))}
    </ol>
  );
}
