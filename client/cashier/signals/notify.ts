// Notifications of the browser, where it has any.

export const canNotify = () => 'Notification' in window;

/** Whether the page may show notifications; asks the cashier when the question has not been answered yet. */
export async function mayNotify(): Promise<boolean> {
  if (!canNotify()) return false;
  return (await Notification.requestPermission()) === 'granted';
}

/** @param tag a second one with the same tag takes the place of the first. */
export function notify(title: string, body: string, tag: string): void {
  if (!canNotify() || Notification.permission !== 'granted') return;
  try {
    const shown = new Notification(title, { body, tag });
    shown.onclick = () => {
      window.focus();
      shown.close();
    };
  } catch {
    // Some phones take them from service workers only.
  }
}
