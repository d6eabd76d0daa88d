import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import type { FurnitureWords } from '../src/model/words/furniture.js'

/** The English words for page furniture as the pack has them, for tests of rooms that may not import the loader. */
export const englishFurniture = parse(
  readFileSync(fileURLToPath(new URL('../packs/languages/en/furniture.yaml', import.meta.url)), 'utf8'),
) as FurnitureWords
