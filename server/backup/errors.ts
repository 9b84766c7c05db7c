/** No backup was made, or none was put back. The message is for people: what is in the way, and what to do about it. */
export class BackupFailed extends Error {
  override readonly name = 'BackupFailed';
}
