export async function exportCase(_a: string, _b: string): Promise<void> {}
export async function importCase(_a: string, _b: string): Promise<void> {}
