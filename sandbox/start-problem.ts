/** Why the sandbox can't start: one plain sentence that says what to do. */
export class StartProblem extends Error {
  override readonly name = 'StartProblem';
}

/**
 * For `.catch`: turns a socket's refusal into a {@link StartProblem}.
 * @param wanted the ports asked for, by the variable that sets each
 */
export function startProblem(part: string, host: string, wanted: Record<string, number>): (error: unknown) => never {
  return (error) => {
    const { code, port } = error as { code?: string; port?: number };
    const [variable, number] =
      Object.entries(wanted).find(([, each]) => each === port) ?? Object.entries(wanted)[0] ?? [];
    const where = `port ${number} on ${host}`;
    if (code === 'EADDRINUSE') {
      throw new StartProblem(
        `The sandbox's ${part} can't use ${where}, because something else does: stop that, or set ${variable} to another port.`,
        { cause: error },
      );
    }
    if (code === 'EACCES') {
      throw new StartProblem(`The sandbox's ${part} may not use ${where}: set ${variable} to a port above 1023.`, {
        cause: error,
      });
    }
    throw error;
  };
}
