/** Why the sandbox can't start: one plain sentence that says what to do. */
export class StartProblem extends Error {
  override readonly name = 'StartProblem';
}

const variables: Record<string, string> = {
  'AWS endpoint': 'GATEHOUSE_SANDBOX_PORT',
  'data plane': 'GATEHOUSE_SANDBOX_HTTP_PORT or GATEHOUSE_SANDBOX_HTTPS_PORT',
  DNS: 'GATEHOUSE_SANDBOX_DNS_PORT',
};

/** For `.catch`: turns a socket's refusal into a {@link StartProblem}. */
export function startProblem(
  part: 'AWS endpoint' | 'data plane' | 'DNS',
  host: string,
  ...wanted: number[]
): (error: unknown) => never {
  return (error) => {
    const { code, port } = error as { code?: string; port?: number };
    const where = `port ${port ?? wanted.join(' or ')} on ${host}`;
    if (code === 'EADDRINUSE') {
      throw new StartProblem(
        `The sandbox's ${part} can't use ${where}, because something else does: stop that, or set ${variables[part]} to another port.`,
        { cause: error },
      );
    }
    if (code === 'EACCES') {
      throw new StartProblem(
        `The sandbox's ${part} may not use ${where}: set ${variables[part]} to a port above 1023.`,
        { cause: error },
      );
    }
    throw error;
  };
}
