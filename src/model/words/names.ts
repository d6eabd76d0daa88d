/** What `packs/languages/<code>/names.yaml` holds. */
export interface NameWords {
  readonly [group: string]: unknown
}
