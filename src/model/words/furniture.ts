/** What `packs/languages/<code>/furniture.yaml` holds. */
export interface FurnitureWords {
  readonly [group: string]: unknown
}
