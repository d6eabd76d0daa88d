import { z } from 'zod'
import type { FurnitureWords } from '../model/words/furniture.js'

const phrases = z.array(z.string().min(1))

/** The shape of `packs/languages/<code>/furniture.yaml`. */
export const furnitureSchema: z.ZodType<FurnitureWords> = z.strictObject({
  related: z.strictObject({ leads: phrases, leadsBeforeMark: phrases, sections: phrases }),
  comment: z.strictObject({ heads: phrases, headsBeforeNames: phrases, leads: phrases, says: phrases, controls: phrases, nobody: phrases }),
  policy: z.strictObject({ phrases }),
  promotion: z.strictObject({ openers: phrases, phrases, reader: phrases }),
  navigation: z.strictObject({ lines: phrases, leads: phrases, items: phrases }),
  boilerplate: z.strictObject({ openers: phrases, phrases }),
  narrative: z.strictObject({
    byline: phrases,
    published: phrases,
    creditWithin: phrases,
    writersNote: phrases,
    otherDay: phrases,
    credit: phrases,
    caption: phrases,
    correction: phrases,
    embed: phrases,
  }),
  calendar: z.strictObject({ months: phrases, weekdays: phrases, ago: phrases }),
  sentence: z.strictObject({ openers: phrases, finite: phrases }),
  markup: z.strictObject({
    related: phrases,
    comment: phrases,
    policy: phrases,
    promotion: phrases,
    navigation: phrases,
    boilerplate: phrases,
    byline: phrases,
    standfirst: phrases,
    caption: phrases,
    'pull-quote': phrases,
    embed: phrases,
    by: phrases,
    byWithin: phrases,
    byOthers: phrases,
    relatedLeads: phrases,
    commentHeads: phrases,
    member: phrases,
    story: phrases,
  }),
})
