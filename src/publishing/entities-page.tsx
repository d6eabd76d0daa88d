import type { CaseView, Entity } from '../model/record.js'
import type { MentionKind } from '../model/report.js'
import { entityAddress } from './addresses.js'
import { DoneLine, type Shown } from './forms.js'
import { grouped, lookUp } from './lookup.js'
import { Maybe } from './maybe.js'
import { PageLinks, pageOf } from './paging.js'
import { html, Page } from './shell.js'
import { capital, counted } from './words.js'

/** The kinds in the order a reader looks for them. */
const kindHeadings: readonly (readonly [kind: MentionKind, heading: string])[] = [
  ['person', 'People'],
  ['organization', 'Bodies'],
  ['facility', 'Facilities'],
  ['place', 'Places'],
  ['law', 'Laws'],
  ['publication', 'Publications'],
]

/** Everyone and everything named, by kind, and the pairs that may be one. */
export function entitiesPage(view: CaseView, shown: Shown = {}, asked = 1): string {
  const { entities, possible } = view.record
  const page = pageOf(inReadingOrder(entities), asked, mostEntities)
  const byKind = grouped(page.items, ({ kind }) => kind)
  const lookup = lookUp(view)
  return html(
    <Page view={view} title="People and bodies" place="People">
      <DoneLine shown={shown} view={view} back="/entities" />
      <div class="title">
        <h1>Who and what is named</h1>
        <p class="lead">
          {entities.length === 0
            ? 'No name was found in any report yet.'
            : `${capital(counted(entities.length, 'party or place', 'parties and places'))}. Each stands here once, with every name it bears.`}
        </p>
        {possible.length === 0 ? (
          <p>No two of them wait to be told apart.</p>
        ) : (
          <p>
            <a href="/entities#maybe">{capital(counted(possible.length, 'pair'))} may be one</a>; a person says.
          </p>
        )}
      </div>
      <PageLinks {...page} address={(number) => (number === 1 ? '/entities' : `/entities?page=${number}`)} label="Pages" />
      {kindHeadings.map(([kind, heading]) => {
        const list = byKind.get(kind) ?? []
        return list.length === 0 ? null : <KindSection kind={kind} heading={heading} entities={list} />
      })}
      {possible.length === 0 || page.number !== 1 ? null : (
        <section aria-labelledby="maybe">
          <h2 id="maybe">Possibly the same</h2>
          <p class="note">
            The score is the sum of the reasons shown. It orders this list; it decides nothing. A shared by-name alone never joins two
            people.
          </p>
          {[...possible]
            .sort((a, b) => b.score - a.score)
            .map((match) => (
              <Maybe match={match} lookup={lookup} back="/entities#maybe" />
            ))}
        </section>
      )}
    </Page>,
  )
}

/** A row weighs about two hundred bytes; more rows are not looked through without a search. */
const mostEntities = 300

/** By kind, those named in most reports first. */
function inReadingOrder(entities: readonly Entity[]): readonly Entity[] {
  const place = new Map(kindHeadings.map(([kind], index) => [kind, index]))
  const placeOf = ({ kind }: Entity) => place.get(kind) ?? kindHeadings.length
  return [...entities].sort(
    (a, b) => placeOf(a) - placeOf(b) || reportsNaming(b) - reportsNaming(a) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
  )
}

function KindSection({
  kind,
  heading,
  entities,
}: {
  readonly kind: MentionKind
  readonly heading: string
  readonly entities: readonly Entity[]
}) {
  return (
    <section aria-labelledby={`k-${kind}`}>
      <h2 id={`k-${kind}`}>{heading}</h2>
      <table class="parties list">
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Also written</th>
            <th scope="col">Named in</th>
          </tr>
        </thead>
        <tbody>
          {entities.map((entity) => (
            <tr>
              <th scope="row">
                <a href={entityAddress(entity.id)}>
                  <bdi>{entity.name}</bdi>
                </a>
              </th>
              <td data-label="Also written" class="printed">
                {entity.names
                  .filter(({ value }) => value !== entity.name)
                  .map(({ value }, index) => (
                    <>
                      {index === 0 ? null : ', '}
                      <bdi>{value}</bdi>
                    </>
                  ))}
              </td>
              <td data-label="Named in">{counted(reportsNaming(entity), 'report')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** How many reports name it in any form. */
export function reportsNaming({ names }: Entity): number {
  return new Set(names.flatMap(({ reports }) => reports)).size
}
