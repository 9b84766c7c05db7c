import { isUniqueViolation } from '../../errors.ts';

/** @returns false when a row of that name is there already. */
export async function unlessTaken(insert: () => Promise<unknown>): Promise<boolean> {
  try {
    await insert();
    return true;
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return false;
  }
}
