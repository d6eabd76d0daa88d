export async function serveCase(
  _open: unknown,
  _where: { host: string; port: number },
): Promise<{ address: string; close: () => Promise<void> }> {
  throw new Error('not yet')
}
