import type { CaseView } from '../model/record.js'

export function timelinePage(view: CaseView): string {
  return view.name
}
