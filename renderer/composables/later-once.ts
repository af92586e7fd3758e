/** Runs `action` at most once in `ms`, at the end of it, however often it is asked for. */
export function laterOnce(action: () => void, ms: number): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      action();
    }, ms);
  };
}
