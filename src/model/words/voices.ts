/** What `packs/languages/<code>/voices.yaml` holds. */
export interface VoiceWords {
  readonly [group: string]: unknown
}
