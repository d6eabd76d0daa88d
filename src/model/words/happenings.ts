/** What `packs/languages/<code>/happenings.yaml` holds. */
export interface HappeningWords {
  readonly [group: string]: unknown
}
