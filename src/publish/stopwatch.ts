/** Milliseconds by stage, so that a slow one names itself. Stages may lie inside others. */
class Stopwatch {
  readonly stages = new Map<string, number>();

  /** Runs a stage and adds its time. */
  async time<T>(stage: string, work: () => Promise<T> | T): Promise<T> {
    const start = performance.now();
    try {
      return await work();
    } finally {
      this.stages.set(stage, (this.stages.get(stage) ?? 0) + performance.now() - start);
    }
  }
}

/** The stages of this process. */
export const stopwatch = new Stopwatch();
