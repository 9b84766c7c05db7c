export type StepStatus = 'done' | 'now' | 'ahead';

/** Where step `index` (from 0) stands when `done` steps are over. */
export function stepStatus(index: number, done: number): StepStatus {
  if (index < done) return 'done';
  return index === done ? 'now' : 'ahead';
}
