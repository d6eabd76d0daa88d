/** What a missed step means, as packs name it. */
const effects: Readonly<Record<string, string>> = {
  release_mandatory: 'the person must be released',
  release_may: 'the person may be released',
  lapse: 'the measure lapses',
  discharge_on_application: 'the person is discharged on asking',
  order_only: 'the order alone is affected',
  order_final: 'the order becomes final',
  state_responsibility: 'the state answers for it',
  declaration_only: 'it can only be declared',
  no_measure: 'no measure can be ordered',
  none_stated: 'the law names no consequence',
  none: 'none',
}

export function effectInWords(effect: string): string {
  return effects[effect] ?? effect
}
