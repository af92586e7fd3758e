export interface PreviewScheduler<Input> {
  /** Asks for a new picture; while one is being made only the latest request is kept. */
  readonly request: (input: Input) => void;
  readonly dispose: () => void;
}

export interface PreviewJob<Input, Output> {
  readonly make: (input: Input) => Promise<Output>;
  /** Resolves once the picture is on the screen; the next one is made only then. */
  readonly show: (output: Output) => Promise<void>;
  readonly fail: (error: unknown) => void;
  /** Milliseconds in which further keys join the same picture. */
  readonly delay: number;
}

/**
 * Latest wins, one at a time: a slow picture never comes after a newer one and requests never pile up.
 * A picture that was overtaken while it was made is still shown, so that the page moves while someone types on and on.
 */
export function createPreviewScheduler<Input, Output>(job: PreviewJob<Input, Output>): PreviewScheduler<Input> {
  let waiting: { readonly input: Input } | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let running = false;
  let disposed = false;

  async function run(): Promise<void> {
    running = true;
    while (waiting !== null && !disposed) {
      const { input } = waiting;
      waiting = null;
      await draw(input);
    }
    running = false;
  }

  async function draw(input: Input): Promise<void> {
    try {
      const output = await job.make(input);
      if (!disposed) await job.show(output);
    } catch (error) {
      if (!disposed) job.fail(error);
    }
  }

  return {
    request(input) {
      waiting = { input };
      if (running || disposed) return;
      timer ??= setTimeout(() => {
        timer = null;
        void run();
      }, job.delay);
    },
    dispose() {
      disposed = true;
      waiting = null;
      if (timer !== null) clearTimeout(timer);
    },
  };
}
