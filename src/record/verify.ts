export function verifyCaseFolder(_p: string): readonly { where: string; problem: string }[] {
  return []
}
