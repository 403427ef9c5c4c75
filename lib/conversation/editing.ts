/** So long may whoever wrote something still put it right. */
export const editableMilliseconds = 5 * 60_000;

interface Written {
  readonly authorId: string | null;
  readonly writtenAt: Date;
}

/** The author, within five minutes. What somebody saw who read it at once is then marked as changed. */
export function mayEdit({ authorId, writtenAt }: Written, accountId: string, at: Date): boolean {
  return authorId === accountId && at.getTime() - writtenAt.getTime() <= editableMilliseconds;
}
