/** What `packs/languages/<code>/times.yaml` holds. */
export interface TimeWords {
  readonly [group: string]: unknown
}
