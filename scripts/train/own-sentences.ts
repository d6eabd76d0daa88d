import { chanceFrom } from './chance.js'
import type { TreebankDocument, TreebankSentence, TreebankWord } from './conllu.js'
import { inventedName } from './vary.js'

/**
 * Sentences of our own, built together with their trees: who was arrested, freed, flown, tried, in the ways English can say it. The treebanks hold few
 * warrants and extraditions: "to arrest", "was handed over", "let him go" and headlines are rare in them. Words are drawn by chance; constructions are what is taught.
 */

/** A word with what hangs on it before and after. */
interface Node {
  readonly text: string
  readonly pos: string
  readonly tag: string
  readonly lemma: string
  readonly relation: string
  readonly before: readonly Node[]
  readonly after: readonly Node[]
}

interface Verb {
  readonly base: string
  readonly s: string
  readonly past: string
  readonly done: string
  readonly ing: string
  readonly particle: string
}

/** "arrest", or with its odd forms "fly flies flew flown flying"; a particle after a slash. */
function verbOf(line: string): Verb {
  const [forms = '', particle = ''] = line.split('/')
  const [base = '', s, past, done, ing] = forms.split(' ')
  const stem = base.endsWith('e') ? base.slice(0, -1) : base
  const regular = base.endsWith('y') ? `${base.slice(0, -1)}ied` : `${stem}ed`
  const third = base.endsWith('y') ? `${base.slice(0, -1)}ies` : /(?:s|sh|ch|x)$/.test(base) ? `${base}es` : `${base}s`
  return { base, s: s ?? third, past: past ?? regular, done: done ?? past ?? regular, ing: ing ?? `${stem}ing`, particle }
}

const onPersons =
  `arrest|detain|free frees freed freed freeing|release|convict|acquit acquits acquitted acquitted acquitting|charge|indict|extradite|expel expels expelled expelled expelling|deport|hand/over|surrender|transfer transfers transferred transferred transferring|fly flies flew flown flying/out|torture|kill|abduct|welcome|question|jail|capture|shoot shoots shot shot shooting|beat beats beat beaten beating|hold holds held held holding|take takes took taken taking/away|send sends sent sent sending/back|return|escort|remand|rescue|intercept|recruit|imprison|execute|rape|enslave|threaten|protect|receive|summon|interrogate|seize|sanction|dismiss|appoint|sack|prosecute|bail|let lets let let letting/out|pick/up|round/up|track/down|blindfold|drag drags dragged dragged dragging/away`
    .split('|')
    .map(verbOf)
const onThings =
  `condemn|reject|approve|uphold upholds upheld upheld upholding|overturn|order|issue|unseal|request|seek seeks sought sought seeking|demand|criticize|denounce|dismiss|annul annuls annulled annulled annulling|confirm|suspend|postpone|grant|deny|block|delay|challenge|hail|defend|lift|publish|sign|send sends sent sent sending|file|open|quash|circulate|validate|revoke|adjourn|cancel|describe|investigate|reverse|ignore|breach|violate`
    .split('|')
    .map(verbOf)
const speaking =
  `say says said said saying|announce|report|claim|add|explain|confirm|deny|insist|admit admits admitted admitted admitting|state|argue|warn|allege|declare|write writes wrote written writing`
    .split('|')
    .map(verbOf)
const steering = `ask|tell tells told told telling|order|allow|urge|force|invite`.split('|').map(verbOf)
const wanting = `refuse|decline|try|agree|fail|plan plans planned planned planning|promise|seek seeks sought sought seeking|want|decide`
  .split('|')
  .map(verbOf)
const alone =
  `arrive|leave leaves left left leaving|travel travels travelled travelled travelling|flee flees fled fled fleeing|escape|return|appear|die dies died died dying|resign|land|board|surface|disappear|go goes went gone going/home|appeal`
    .split('|')
    .map(verbOf)
const deeds =
  'arrest detention release extradition surrender transfer deportation conviction trial expulsion abduction killing torture handover return flight escape indictment sentencing questioning'.split(
    ' ',
  )
const things =
  'warrant ruling decision verdict request order sentence appeal arrest release extradition bail complaint indictment letter treaty statement evidence deal flight hearing handover report ban charges allegations warrants crimes proceedings'.split(
    ' ',
  )
const crimes =
  'murder torture genocide rape corruption terrorism smuggling trafficking treason fraud kidnapping|war crimes|human trafficking|crimes against humanity|money laundering'
    .split('|')
    .flatMap((part, index) => (index === 0 ? part.split(' ') : [part]))
const persons =
  'suspect general man woman prisoner colonel commander defendant official fugitive leader officer warlord director activist journalist lawyer judge prosecutor detainee politician militiaman captain businessman trafficker smuggler priest doctor president minister mayor guard soldier spokesman'.split(
    ' ',
  )
const manyPersons =
  'police prosecutors judges authorities officials migrants prisoners detainees soldiers militiamen guards lawyers activists ministers rebels survivors victims supporters agents investigators magistrates gunmen refugees journalists critics relatives'.split(
    ' ',
  )
const bodies =
  'court tribunal government parliament ministry army prosecution militia chamber senate council cabinet party agency embassy charity'.split(
    ' ',
  )
const ownBodies =
  'Interpol Italy Libya Belgium Kenya Senegal Chad Serbia Germany France Spain Sudan Rwanda Poland Chile Turkey Uganda Mongolia Austria Ukraine Peru ICC UN Reuters ANSA Amnesty Europol'.split(
    ' ',
  )
const peoples =
  'Italian Libyan German Kenyan Serbian French Belgian Spanish Chadian Rwandan Turkish Congolese Syrian Chilean Dutch British'.split(' ')
const places =
  'Turin Rome Tripoli Nairobi Brussels Dakar Belgrade Paris Madrid Khartoum Kigali Berlin Milan London Manila Freetown Geneva Vienna Kampala Lima'.split(
    ' ',
  )
const days = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ')
const months = 'January February March April May June July August September October November December'.split(' ')
const given =
  'Osama Ahmed Karim Maria Giulia Ratko Hissène Carles Anna Peter Omar Jean Félicien Radovan Laurent Joseph Saif Ali Fatou Rodrigo Anwar Charles Paul Elena'.split(
    ' ',
  )
const qualities = 'former alleged senior Libyan exiled powerful wanted convicted notorious military new'.split(' ')
const manners = 'reportedly briefly secretly later then allegedly quickly also never finally again illegally promptly immediately'.split(
  ' ',
)

/** Builds sentences from one source of chance. */
class Builder {
  constructor(private readonly chance: () => number) {}

  private maybe(share: number): boolean {
    return this.chance() < share
  }

  private one<T>(list: readonly T[]): T {
    return list[Math.floor(this.chance() * list.length)]!
  }

  private word(
    text: string,
    pos: string,
    tag: string,
    relation: string,
    before: readonly Node[] = [],
    after: readonly Node[] = [],
    lemma = text,
  ): Node {
    return { text, pos, tag, relation, before, after, lemma: lemma.toLowerCase() }
  }

  private sign(text: string): Node {
    return this.word(
      text,
      'PUNCT',
      text === '.' || text === '?'
        ? '.'
        : text === '('
          ? '-LRB-'
          : text === ')'
            ? '-RRB-'
            : text === '“'
              ? '``'
              : text === '”'
                ? "''"
                : text,
      'punct',
    )
  }

  private det(text = this.maybe(0.75) ? 'the' : 'a'): Node {
    return this.word(text, 'DET', 'DT', 'det')
  }

  private case_(text: string): Node {
    return this.word(text, 'ADP', 'IN', 'case')
  }

  private on(node: Node, relation: string, before: readonly Node[] = [], after: readonly Node[] = []): Node {
    return { ...node, relation, before: [...before, ...node.before], after: [...node.after, ...after] }
  }

  name(): Node {
    const invented = () => inventedName(this.chance)
    const first = this.maybe(0.4) ? this.one(given) : invented()
    const rest = this.maybe(0.5) ? [] : this.maybe(0.8) ? [invented()] : [invented(), invented()]
    const flat = rest.map((text) => this.word(text, 'PROPN', 'NNP', 'flat'))
    return this.word(first, 'PROPN', 'NNP', 'root', [], flat)
  }

  private adjective(text: string): Node {
    return text === 'alleged' || text === 'wanted' || text === 'convicted' || text === 'exiled'
      ? this.word(
          text,
          'VERB',
          'VBN',
          'amod',
          [],
          [],
          text === 'alleged' ? 'allege' : text === 'wanted' ? 'want' : text === 'exiled' ? 'exile' : 'convict',
        )
      : this.word(text, 'ADJ', 'JJ', 'amod', [], [], text)
  }

  private role(bare: boolean): Node {
    const adjectives = this.maybe(0.4) ? [this.adjective(this.one(qualities))] : []
    const of = this.maybe(0.2) ? [this.on(this.maybe(0.6) ? this.body(bare) : this.facility(), 'nmod', [this.case_('of')])] : []
    return this.word(this.one(persons), 'NOUN', 'NN', 'root', bare ? adjectives : [this.det(), ...adjectives], of)
  }

  /** A person as subject or object: a name, a name with a title, a description, a pronoun. */
  person(use: 'subject' | 'object', bare = false): Node {
    const roll = this.chance()
    if (roll < 0.2 && !bare) {
      const [text, lemma] =
        use === 'subject'
          ? this.one([
              ['he', 'he'],
              ['she', 'she'],
              ['they', 'they'],
            ])
          : this.one([
              ['him', 'he'],
              ['her', 'she'],
              ['them', 'they'],
            ])
      return this.word(text!, 'PRON', 'PRP', 'root', [], [], lemma)
    }
    if (roll < 0.55) return this.name()
    if (roll < 0.65) {
      const name = this.name()
      const title = this.maybe(0.5)
        ? this.word(this.one(['Gen.', 'Mr.', 'President', 'Judge', 'Col.', 'General', 'Minister']), 'PROPN', 'NNP', 'nmod:desc')
        : this.word(
            this.one(persons),
            'NOUN',
            'NN',
            'nmod:desc',
            this.maybe(0.5) ? [this.adjective(this.one(['former', 'Libyan', 'alleged']))] : [],
          )
      return this.on(name, 'root', [title])
    }
    if (roll < 0.9) return this.role(bare)
    if (roll < 0.94) {
      const other = this.on(this.role(bare), 'conj', [this.word('and', 'CCONJ', 'CC', 'cc')])
      return this.on(this.role(bare), 'root', [], [other])
    }
    const number = this.maybe(0.3) ? [this.word(this.one(['two', 'three', 'five', 'dozens']), 'NUM', 'CD', 'nummod')] : []
    return this.word(this.one(manyPersons), 'NOUN', 'NNS', 'root', number[0]?.text === 'dozens' ? [] : number)
  }

  /** A person with something said about them between commas. */
  personWithAside(): Node {
    const person = this.maybe(0.5) ? this.name() : this.role(false)
    const roll = this.chance()
    const comma = () => this.sign(',')
    if (roll < 0.3)
      return this.on(person, 'root', [], [this.on(this.maybe(0.5) ? this.name() : this.role(false), 'appos', [comma()]), comma()])
    if (roll < 0.45) {
      const known = this.word(
        'known',
        'VERB',
        'VBN',
        'acl',
        [comma(), this.word('also', 'ADV', 'RB', 'advmod')],
        [this.on(this.name(), 'obl', [this.case_('as')])],
        'know',
      )
      return this.on(person, 'root', [], [known, comma()])
    }
    if (roll < 0.6) {
      const wanted = this.on(this.participle(this.one(onPersons)), 'acl', [comma()])
      return this.on(person, 'root', [], [wanted, comma()])
    }
    return this.on(person, 'root', [], [this.on(this.relative(), 'acl:relcl', [comma()]), comma()])
  }

  body(bare = false): Node {
    const roll = this.chance()
    if (roll < 0.3) return this.word(this.one(ownBodies), 'PROPN', 'NNP', 'root', [], [])
    if (roll < 0.5) {
      const plural = this.one(manyPersons.slice(0, 5))
      return this.word(
        plural,
        'NOUN',
        plural === 'police' && this.maybe(0.5) ? 'NN' : 'NNS',
        'root',
        this.maybe(0.5) ? [this.adjective(this.one(peoples))] : [],
        this.maybe(0.2) ? [this.place('nmod')] : [],
      )
    }
    if (roll < 0.6 && !bare) {
      const name = [this.word('International', 'ADJ', 'NNP', 'amod'), this.word('Criminal', 'ADJ', 'NNP', 'amod')]
      const short = this.maybe(0.4) ? [this.word('ICC', 'PROPN', 'NNP', 'appos', [this.sign('(')], [this.sign(')')])] : []
      return this.word('Court', 'PROPN', 'NNP', 'root', [this.det('the'), ...name], short)
    }
    if (roll < 0.7) return this.longName(bare)
    const field = this.maybe(0.4)
      ? [this.word(this.one(['interior', 'justice', 'defence', 'appeals', 'military', 'district']), 'NOUN', 'NN', 'compound')]
      : []
    const people = this.maybe(0.25) ? [this.adjective(this.one(peoples))] : []
    return this.word(
      this.one(bodies),
      'NOUN',
      'NN',
      'root',
      [...(bare ? [] : [this.det()]), ...people, ...field],
      this.maybe(0.15) ? [this.place('nmod')] : [],
    )
  }

  /** Bodies whose name is several words: the last is the head. */
  private longName(bare: boolean): Node {
    const name = (text: string, relation: string, tag = 'NNP') =>
      this.word(text, tag === 'JJ' ? 'ADJ' : 'PROPN', tag === 'JJ' ? 'NNP' : tag, relation)
    const head = (text: string, before: readonly Node[], tag = 'NNP') => this.word(text, 'PROPN', tag, 'root', before)
    return this.one([
      () => head('Watch', [this.word('Human', 'ADJ', 'NNP', 'amod'), name('Rights', 'compound', 'NNPS')]),
      () => head('International', [name('Amnesty', 'compound')]),
      () => head('Union', [...(bare ? [] : [this.det('the')]), name('European', 'amod', 'JJ')]),
      () => head('Nations', [...(bare ? [] : [this.det('the')]), this.word('United', 'VERB', 'NNP', 'amod', [], [], 'unite')], 'NNPS'),
      () => head('Court', [...(bare ? [] : [this.det('the')]), name('Supreme', 'amod', 'JJ')]),
      () => head('Ministry', [...(bare ? [] : [this.det('the')]), name(this.one(['Justice', 'Interior', 'Defence']), 'compound')]),
      () => head('Office', [...(bare ? [] : [this.det('the')]), name('Public', 'amod', 'JJ'), name('Prosecution', 'compound')]),
      () => head('Guard', [...(bare ? [] : [this.det('the')]), name(this.one(['Coast', 'Presidential', 'Border']), 'compound')]),
    ])()
  }

  /** "Kolarin prison", "the prison near Tripoli". */
  private facility(): Node {
    const head = this.one(['prison', 'airport', 'camp', 'base', 'centre', 'hospital', 'jail'])
    if (this.maybe(0.5))
      return this.word(
        head,
        'NOUN',
        'NN',
        'root',
        [this.word(inventedName(this.chance), 'PROPN', 'NNP', 'compound')],
        this.maybe(0.3) ? [this.near()] : [],
      )
    const detention = head === 'centre' ? [this.word('detention', 'NOUN', 'NN', 'compound')] : []
    return this.word(head, 'NOUN', 'NN', 'root', [this.det(), ...detention], this.maybe(0.4) ? [this.near()] : [])
  }

  private near(): Node {
    return this.word(this.one(places), 'PROPN', 'NNP', 'nmod', [this.case_(this.one(['near', 'in', 'outside']))])
  }

  thing(bare = false): Node {
    const text = this.one(things)
    const plural = /(?:charges|allegations|warrants|crimes|proceedings)$/.test(text)
    const whose = this.chance()
    const first = bare
      ? []
      : whose < 0.5
        ? [this.det(plural ? 'the' : undefined)]
        : whose < 0.7
          ? [this.word(this.one(['his', 'her', 'its', 'their']), 'PRON', 'PRP$', 'nmod:poss')]
          : [this.on(this.name(), 'nmod:poss', [], [this.word('’s', 'PART', 'POS', 'case')])]
    return this.word(
      text,
      'NOUN',
      plural ? 'NNS' : 'NN',
      'root',
      first,
      this.maybe(0.2) ? [this.on(this.person('object', bare), 'nmod', [this.case_(this.one(['against', 'for', 'of']))])] : [],
    )
  }

  place(relation = 'obl'): Node {
    return this.word(this.one(places), 'PROPN', 'NNP', relation, [this.case_('in')])
  }

  time(): Node {
    const roll = this.chance()
    if (roll < 0.35) return this.word(this.one(days), 'PROPN', 'NNP', 'obl', [this.case_('on')])
    if (roll < 0.5) return this.word(String(1998 + Math.floor(this.chance() * 27)), 'NUM', 'CD', 'obl', [this.case_('in')])
    if (roll < 0.6) return this.word(this.one(months), 'PROPN', 'NNP', 'obl', [this.case_('in')])
    const day = String(1 + Math.floor(this.chance() * 30))
    if (roll < 0.7)
      return this.word(this.one(months), 'PROPN', 'NNP', 'obl', [this.case_('on')], [this.word(day, 'NUM', 'CD', 'nmod:unmarked')])
    if (roll < 0.8)
      return this.word(day, 'NUM', 'CD', 'obl', [this.case_('on')], [this.word(this.one(months), 'PROPN', 'NNP', 'nmod:unmarked')])
    const unit = this.word(this.one(['days', 'weeks', 'hours', 'months', 'years']), 'NOUN', 'NNS', 'obl:unmarked', [
      this.word(this.one(['two', 'three', 'several', 'few']), 'NUM', 'CD', 'nummod'),
    ])
    if (roll < 0.9) return this.word('later', 'ADV', 'RBR', 'advmod', [unit], [], 'late')
    return this.word('week', 'NOUN', 'NN', 'obl:unmarked', [this.word('last', 'ADJ', 'JJ', 'amod')])
  }

  private crime(relation: string, preposition: string): Node {
    const text = this.one(crimes)
    const [first = '', second, third] = text.split(' ')
    if (second === undefined) return this.word(first, 'NOUN', 'NN', relation, [this.case_(preposition)])
    if (third === undefined)
      return this.word(second, 'NOUN', second.endsWith('s') ? 'NNS' : 'NN', relation, [
        this.case_(preposition),
        this.word(first, first === 'human' ? 'ADJ' : 'NOUN', first === 'human' ? 'JJ' : 'NN', first === 'human' ? 'amod' : 'compound'),
      ])
    return this.word(
      first,
      'NOUN',
      'NNS',
      relation,
      [this.case_(preposition)],
      [this.word(third, 'NOUN', 'NN', 'nmod', [this.case_('against')])],
    )
  }

  /** What may follow a verb: where, when, why, on what. */
  private circumstances(): Node[] {
    const found: Node[] = []
    if (this.maybe(0.3)) found.push(this.place())
    if (this.maybe(0.35)) found.push(this.time())
    if (this.maybe(0.2)) found.push(this.crime('obl', 'for'))
    if (this.maybe(0.12))
      found.push(
        this.word(
          'warrant',
          'NOUN',
          'NN',
          'obl',
          [this.case_('on'), this.det('a')],
          this.maybe(0.6) ? [this.on(this.body(), 'nmod', [this.case_('from')])] : [],
        ),
      )
    if (this.maybe(0.12)) found.push(this.on(this.body(), 'obl', [this.case_('to')]))
    if (this.maybe(0.08)) found.push(this.on(this.facility(), 'obl', [this.case_(this.one(['at', 'in', 'from']))]))
    if (this.maybe(0.06)) found.push(this.on(this.body(), 'obl', [this.case_(this.one(['despite', 'without', 'with', 'from', 'under']))]))
    return found.slice(0, 2)
  }

  private particle(verb: Verb): Node[] {
    if (verb.particle === '') return []
    if (['home', 'back', 'away', 'out'].includes(verb.particle)) return [this.word(verb.particle, 'ADV', 'RB', 'advmod')]
    return [this.word(verb.particle, 'ADP', 'RP', 'compound:prt')]
  }

  private manner(share: number): Node[] {
    return this.maybe(share) ? [this.word(this.one(manners), 'ADV', 'RB', 'advmod')] : []
  }

  private auxiliary(text: string, tag: string, relation = 'aux', lemma = 'be'): Node {
    return this.word(text, 'AUX', tag, relation, [], [], lemma)
  }

  /** "accused of killing prisoners", as the parts of a word. */
  private accusedOf(): [string, string, string, string, readonly Node[], readonly Node[], string] {
    const [done, base] = this.one([
      ['accused', 'accuse'],
      ['suspected', 'suspect'],
      ['convicted', 'convict'],
    ]) as [string, string]
    const doing = this.one(onPersons)
    const of = this.maybe(0.4)
      ? this.crime('obl', 'of')
      : this.word(
          doing.ing,
          'VERB',
          'VBG',
          'advcl',
          [this.word('of', 'SCONJ', 'IN', 'mark')],
          [...this.particle(doing), this.on(this.person('object'), 'obj')],
          doing.base,
        )
    return [done, 'VERB', 'VBN', 'acl', [], [of], base]
  }

  /** "is believed to have ordered the killings". */
  private raised(subject: Node): Node {
    const [done, base] = this.one([
      ['believed', 'believe'],
      ['said', 'say'],
      ['thought', 'think'],
      ['reported', 'report'],
      ['alleged', 'allege'],
      ['known', 'know'],
      ['expected', 'expect'],
    ]) as [string, string]
    const deed = this.one(onPersons)
    const to = this.word('to', 'PART', 'TO', 'mark')
    const by = this.maybe(0.3)
    const infinitive = by
      ? this.word(
          deed.done,
          'VERB',
          'VBN',
          'xcomp',
          [to, this.auxiliary('have', 'VB', 'aux', 'have'), this.auxiliary('been', 'VBN', 'aux:pass')],
          [...this.particle(deed), ...this.circumstances()],
          deed.base,
        )
      : this.word(
          deed.done,
          'VERB',
          'VBN',
          'xcomp',
          [to, this.auxiliary('have', 'VB', 'aux', 'have')],
          [...this.particle(deed), this.on(this.person('object'), 'obj'), ...this.circumstances()],
          deed.base,
        )
    const be = this.maybe(0.6) ? this.auxiliary('is', 'VBZ', 'aux:pass') : this.auxiliary('was', 'VBD', 'aux:pass')
    return this.word(done, 'VERB', 'VBN', 'root', [{ ...subject, relation: 'nsubj:pass' }, be], [infinitive], base)
  }

  /** "the man who was accused" has its pronoun; "the man police arrested" and "the prison that he ran" hang a whole clause. */
  private nounWithClause(relation: string): Node {
    const verb = this.one([...onPersons, ...onThings].filter(({ particle }) => particle === ''))
    const clause = this.active([this.on(this.maybe(0.5) ? this.body() : this.person('subject'), 'nsubj')], verb, null)
    const that = this.maybe(0.6) ? [this.word('that', 'PRON', 'WDT', 'obj')] : []
    const noun = this.maybe(0.5) ? this.one(persons) : this.one(things.slice(0, 20))
    return this.word(noun, 'NOUN', 'NN', relation, [this.det('the')], [this.on(clause, 'acl:relcl', that)])
  }

  /** "wanted by the court for murder". */
  participle(verb: Verb): Node {
    if (this.maybe(0.2)) return this.word(...this.accusedOf())
    const by = this.maybe(0.4) ? [this.on(this.body(), 'obl:agent', [this.case_('by')])] : []
    return this.word(verb.done, 'VERB', 'VBN', 'acl', [], [...this.particle(verb), ...by, ...this.circumstances()], verb.base)
  }

  /** "police arrested the general in Turin"; with what stands before the verb given. */
  active(subject: readonly Node[], verb: Verb, object: Node | null, form: 'past' | 'present' | 'will' | 'perfect' | 'not' = 'past'): Node {
    const helper = {
      past: [],
      present: [],
      will: [this.auxiliary(this.one(['will', 'would', 'could', 'may', 'must', 'should']), 'MD', 'aux', 'will')],
      perfect: [this.auxiliary(this.one(['has', 'had']), this.maybe(0.5) ? 'VBZ' : 'VBD', 'aux', 'have')].map((node) => ({
        ...node,
        tag: node.text === 'has' ? 'VBZ' : 'VBD',
      })),
      not: [this.auxiliary('did', 'VBD', 'aux', 'do'), this.word('not', 'PART', 'RB', 'advmod')],
    }[form]
    const [text, tag] = {
      past: [verb.past, 'VBD'],
      present: [verb.s, 'VBZ'],
      will: [verb.base, 'VB'],
      perfect: [verb.done, 'VBN'],
      not: [verb.base, 'VB'],
    }[form] as [string, string]
    const objects = object === null ? [] : [this.on(object, 'obj')]
    const particle = this.particle(verb)
    const after =
      object?.pos === 'PRON' || verb.base === 'fly' || verb.base === 'send' ? [...objects, ...particle] : [...particle, ...objects]
    return this.word(
      text,
      'VERB',
      tag,
      'root',
      [...subject, ...helper, ...this.manner(0.1)],
      [...after, ...this.circumstances()],
      verb.base,
    )
  }

  /** "he had been arrested by police". */
  passive(subject: readonly Node[], verb: Verb, bare = false): Node {
    const be = this.one([
      [this.auxiliary('was', 'VBD', 'aux:pass')],
      [this.auxiliary('was', 'VBD', 'aux:pass')],
      [this.auxiliary('were', 'VBD', 'aux:pass')],
      [this.auxiliary('is', 'VBZ', 'aux:pass')],
      [this.auxiliary('had', 'VBD', 'aux', 'have'), this.auxiliary('been', 'VBN', 'aux:pass')],
      [this.auxiliary('has', 'VBZ', 'aux', 'have'), this.auxiliary('been', 'VBN', 'aux:pass')],
      [this.auxiliary(this.one(['will', 'could', 'would', 'should', 'must']), 'MD', 'aux', 'will'), this.auxiliary('be', 'VB', 'aux:pass')],
      [this.auxiliary('was', 'VBD', 'aux'), this.word('to', 'PART', 'TO', 'mark'), this.auxiliary('be', 'VB', 'aux:pass')],
      [this.auxiliary('was', 'VBD', 'aux:pass'), this.word('not', 'PART', 'RB', 'advmod')],
      [this.auxiliary('was', 'VBD', 'aux'), this.auxiliary('being', 'VBG', 'aux:pass')],
    ])
    const by = this.maybe(0.45) ? [this.on(this.body(bare), 'obl:agent', [this.case_('by')])] : []
    const around = this.circumstances()
    return this.word(
      verb.done,
      'VERB',
      'VBN',
      'root',
      [...subject, ...(bare ? [] : [...be, ...this.manner(0.15)])],
      [...this.particle(verb), ...(this.maybe(0.7) ? [...by, ...around] : [...around, ...by])],
      verb.base,
    )
  }

  /** "who was arrested in Milan", "who ordered the killings", "whom the court wants", "which issued the warrant". */
  relative(): Node {
    const roll = this.chance()
    if (roll < 0.45) return this.passive([this.word('who', 'PRON', 'WP', 'nsubj:pass')], this.one(onPersons))
    if (roll < 0.8)
      return this.active(
        [this.word('who', 'PRON', 'WP', 'nsubj')],
        this.one(onPersons),
        this.person('object'),
        this.maybe(0.3) ? 'perfect' : 'past',
      )
    const clause = this.active([this.on(this.body(), 'nsubj')], this.one(onPersons.filter((verb) => verb.particle === '')), null)
    return this.on(clause, 'acl:relcl', [this.word('whom', 'PRON', 'WP', 'obj', [], [], 'who')])
  }

  private subjectOf(passive: boolean, bare = false): Node {
    const subject =
      this.maybe(0.3) && !bare
        ? this.personWithAside()
        : passive
          ? this.person('subject', bare)
          : this.maybe(0.6)
            ? this.body(bare)
            : this.person('subject', bare)
    return this.on(subject, passive ? 'nsubj:pass' : 'nsubj')
  }

  /** One clause with its subject. */
  clause(): Node {
    const roll = this.chance()
    if (roll < 0.3) return this.passive([this.subjectOf(true)], this.one(onPersons))
    if (roll < 0.55)
      return this.active(
        [this.subjectOf(false)],
        this.one(onPersons),
        this.person('object'),
        this.one(['past', 'past', 'will', 'perfect', 'not']),
      )
    if (roll < 0.68)
      return this.active([this.subjectOf(false)], this.one(onThings), this.thing(), this.one(['past', 'past', 'perfect', 'not']))
    if (roll < 0.76)
      return this.active([this.on(this.person('subject'), 'nsubj')], this.one(alone), null, this.one(['past', 'past', 'perfect']))
    if (roll < 0.84) return this.steered()
    if (roll < 0.9) return this.wantedDeed()
    if (roll < 0.93) return this.nominal()
    if (roll < 0.95) return this.raised(this.subjectOf(true))
    if (roll < 0.97) return this.passive([this.nounWithClause('nsubj:pass')], this.one(onPersons))
    const participle = this.on(this.participle(this.one(onPersons)), 'acl')
    const person = this.word(this.one(persons), 'NOUN', 'NN', 'nsubj:pass', [this.det()], [participle])
    return this.passive([person], this.one(onPersons))
  }

  /** "the court asked Italy to arrest him", "they let him go". */
  private steered(): Node {
    const verb = this.one(steering)
    const deed = this.one(onPersons)
    const infinitive = this.on(this.active([this.word('to', 'PART', 'TO', 'mark')], deed, this.person('object'), 'will'), 'xcomp')
    const plain = { ...infinitive, before: infinitive.before.filter(({ relation }) => relation !== 'aux') }
    if (this.maybe(0.2)) {
      const go = this.word(this.one(['go', 'leave', 'return', 'escape', 'fly']), 'VERB', 'VB', 'xcomp', [], this.circumstances())
      return this.word(
        this.one(['let', 'let', 'made']),
        'VERB',
        'VBD',
        'root',
        [this.subjectOf(false)],
        [this.on(this.person('object'), 'obj'), go],
        'let',
      )
    }
    const addressee = this.on(
      this.maybe(0.6) ? this.body() : this.person('object'),
      ['force', 'urge', 'invite'].includes(verb.base) ? 'obj' : 'iobj',
    )
    return this.word(verb.past, 'VERB', 'VBD', 'root', [this.subjectOf(false)], [addressee, plain], verb.base)
  }

  /** "Belgium refused to extradite him", "judges ordered his release". */
  private wantedDeed(): Node {
    const verb = this.one(wanting)
    const infinitive = this.on(
      this.active([this.word('to', 'PART', 'TO', 'mark')], this.one(onPersons), this.person('object'), 'will'),
      'xcomp',
    )
    const plain = { ...infinitive, before: infinitive.before.filter(({ relation }) => relation !== 'aux') }
    return this.word(verb.past, 'VERB', 'VBD', 'root', [this.subjectOf(false)], [plain], verb.base)
  }

  /** "the arrest of the general by police angered Libya", "the decision to free him was condemned". */
  private nominal(): Node {
    const subject = this.maybe(0.5)
      ? this.word(
          this.one(deeds),
          'NOUN',
          'NN',
          'nsubj',
          [this.det('the')],
          [
            this.on(this.person('object'), 'nmod', [this.case_('of')]),
            ...(this.maybe(0.4) ? [this.on(this.body(), 'nmod', [this.case_('by')])] : []),
          ],
        )
      : this.decision('nsubj')
    const verb = this.one(['anger', 'shock', 'follow', 'embarrass', 'please', 'surprise'].map(verbOf))
    if (this.maybe(0.4)) return this.passive([{ ...subject, relation: 'nsubj:pass' }], this.one(onThings))
    return this.active([subject], verb, this.body())
  }

  private decision(relation: string): Node {
    const infinitive = this.on(
      this.active([this.word('to', 'PART', 'TO', 'mark')], this.one(onPersons), this.person('object'), 'will'),
      'acl',
    )
    const plain = {
      ...infinitive,
      before: infinitive.before.filter(({ relation }) => relation !== 'aux'),
      after: infinitive.after.slice(0, 2),
    }
    return this.word(
      this.one(['decision', 'order', 'attempt', 'request', 'refusal', 'plan']),
      'NOUN',
      'NN',
      relation,
      [this.det('the')],
      [plain],
    )
  }

  /** A whole sentence with its stop, or a headline without. */
  sentence(): Node {
    const roll = this.chance()
    const stop = this.sign('.')
    if (roll < 0.32) return this.withMore(this.clause(), stop)
    if (roll < 0.46) {
      const verb = this.one(speaking)
      const that = this.maybe(0.4) ? [this.word('that', 'SCONJ', 'IN', 'mark')] : []
      const said = this.on(this.clause(), 'ccomp', that)
      if (this.maybe(0.15)) {
        const told = [this.on(this.maybe(0.5) ? this.body() : this.person('object'), 'iobj'), said, stop]
        return this.word('told', 'VERB', 'VBD', 'root', [this.subjectOf(false)], told, 'tell')
      }
      return this.word(verb.past, 'VERB', 'VBD', 'root', [this.subjectOf(false)], [...this.timeAfter(), said, stop], verb.base)
    }
    if (roll < 0.53) {
      const verb = this.one(speaking)
      const quoted = this.maybe(0.5)
      const clause = this.clause()
      const said = this.on(clause, 'ccomp', quoted ? [this.sign('“')] : [], [this.sign(','), ...(quoted ? [this.sign('”')] : [])])
      const speaker = this.on(this.maybe(0.5) ? this.body() : this.person('subject'), 'nsubj')
      const inverted = speaker.pos !== 'PRON' && this.maybe(0.4)
      return this.word(
        verb.past,
        'VERB',
        'VBD',
        'root',
        inverted ? [said] : [said, speaker],
        inverted ? [speaker, stop] : [stop],
        verb.base,
      )
    }
    if (roll < 0.58) {
      const according = this.word('According', 'VERB', 'VBG', 'case', [], [this.word('to', 'ADP', 'IN', 'fixed')], 'accord')
      return this.on(this.clause(), 'root', [this.on(this.body(), 'obl', [according], [this.sign(',')])], [stop])
    }
    if (roll < 0.63) {
      const helper = this.maybe(0.5)
        ? [this.auxiliary('Had', 'VBD', 'aux', 'have'), null, this.auxiliary('been', 'VBN', 'aux:pass')]
        : [this.auxiliary(this.one(['Was', 'Were', 'Is']), 'VBD', 'aux:pass'), null]
      const subject = this.on(this.person('subject'), 'nsubj:pass')
      const verb = this.one(onPersons)
      const passive = this.word(
        verb.done,
        'VERB',
        'VBN',
        'root',
        helper.map((node) => node ?? subject),
        [...this.particle(verb), ...this.circumstances()],
        verb.base,
      )
      if (helper.length === 2) return this.on(passive, 'root', [], [this.sign('?')])
      return this.on(
        this.active([this.subjectOf(false)], this.one(onPersons), this.person('object'), 'will'),
        'root',
        [this.on(passive, 'advcl', [], [this.sign(',')])],
        [stop],
      )
    }
    if (roll < 0.71) return this.joined(stop)
    return this.headline()
  }

  private timeAfter(): Node[] {
    return this.maybe(0.15) ? [this.word(this.one(days), 'PROPN', 'NNP', 'obl', [this.case_('on')])] : []
  }

  /** A clause with something added before the stop: because, after, before, participle, source. */
  private withMore(clause: Node, stop: Node): Node {
    const roll = this.chance()
    if (roll < 0.5) return this.on(clause, 'root', [], [stop])
    if (roll < 0.75) {
      const mark = this.word(this.one(['after', 'because', 'before', 'when', 'although', 'as', 'while']), 'SCONJ', 'IN', 'mark')
      return this.on(clause, 'root', [], [this.on(this.clause(), 'advcl', [mark]), stop])
    }
    if (roll < 0.85) {
      const citing = this.word('citing', 'VERB', 'VBG', 'advcl', [this.sign(',')], [this.on(this.body(), 'obj')], 'cite')
      return this.on(clause, 'root', [], [citing, stop])
    }
    const doing = this.one(onPersons)
    const after = this.word(
      doing.ing,
      'VERB',
      'VBG',
      'advcl',
      [this.word(this.one(['after', 'before', 'without', 'for']), 'SCONJ', 'IN', 'mark')],
      [this.on(this.person('object'), 'obj')],
      doing.base,
    )
    return this.on(clause, 'root', [], [after, stop])
  }

  /** "he was detained, questioned and freed", "police arrested the general and freed him two days later". */
  private joined(stop: Node): Node {
    const cc = this.word(this.one(['and', 'and', 'but']), 'CCONJ', 'CC', 'cc')
    if (this.maybe(0.5)) {
      const first = this.passive([this.subjectOf(true)], this.one(onPersons))
      const verb = this.one(onPersons)
      const third = this.one(onPersons)
      const last = this.word(
        verb.done,
        'VERB',
        'VBN',
        'conj',
        [cc, ...this.manner(0.2)],
        [...this.particle(verb), ...this.circumstances()],
        verb.base,
      )
      const middle = this.maybe(0.35) ? [this.word(third.done, 'VERB', 'VBN', 'conj', [this.sign(',')], [], third.base)] : []
      return this.on(first, 'root', [], [...middle, last, stop])
    }
    const first = this.active([this.subjectOf(false)], this.one(onPersons), this.person('object'))
    const second = this.active(this.maybe(0.3) ? [this.on(this.body(), 'nsubj')] : [], this.one(onPersons), this.person('object'))
    return this.on(first, 'root', [], [this.on(second, 'conj', this.maybe(0.4) ? [this.sign(','), cc] : [cc]), stop])
  }

  /** Headlines leave out articles and forms of "be", speak in the present, and end without a stop. */
  private headline(): Node {
    const roll = this.chance()
    if (roll < 0.3)
      return this.active(
        [this.subjectOf(false, true)],
        this.one(onPersons),
        this.maybe(0.3) ? this.on(this.role(true), 'obj', [], [this.participle(this.one(onPersons))]) : this.person('object', true),
        'present',
      )
    if (roll < 0.55) return this.active([this.subjectOf(false, true)], this.one(onThings), this.thing(true), 'present')
    if (roll < 0.85) {
      const clause = this.passive([this.subjectOf(true, true)], this.one(onPersons), true)
      if (this.maybe(0.7)) return clause
      const next = this.one(onPersons)
      return this.on(
        clause,
        'root',
        [],
        [this.word(next.done, 'VERB', 'VBN', 'conj', [this.sign(',')], [...this.particle(next), ...this.circumstances()], next.base)],
      )
    }
    if (roll < 0.92) {
      const verb = this.one(speaking)
      return this.word(
        verb.s,
        'VERB',
        'VBZ',
        'root',
        [this.subjectOf(false, true)],
        [this.on(this.passive([this.subjectOf(true, true)], this.one(onPersons)), 'ccomp')],
        verb.base,
      )
    }
    return this.active([this.on(this.person('subject', true), 'nsubj')], this.one(alone), null, 'present')
  }
}

/** The words of a tree in the order they are written, with the heads by number. */
function written(root: Node): TreebankSentence {
  const words: (Omit<TreebankWord, 'head'> & { head: number })[] = []
  const write = (node: Node): number => {
    const before = node.before.map(write)
    const own = words.length
    words.push({ text: node.text, lemma: node.lemma, pos: node.pos, tag: node.tag, head: -1, relation: node.relation })
    const after = node.after.map(write)
    for (const child of [...before, ...after]) words[child]!.head = own
    return own
  }
  write({ ...root, relation: 'root' })
  const first = words.findIndex(({ pos }) => pos !== 'PUNCT')
  words[first] = { ...words[first]!, text: words[first]!.text.charAt(0).toUpperCase() + words[first]!.text.slice(1) }
  return { text: words.map(({ text }) => text).join(' '), words }
}

/** Documents of such sentences, the same at every run. Seventy documents of thirty sentences are about one word in nine of what is trained on: enough to teach the constructions without drowning the real texts. */
export function ownDocuments(documents = 70, sentences = 30): readonly TreebankDocument[] {
  const builder = new Builder(chanceFrom(3))
  return Array.from({ length: documents }, () => Array.from({ length: sentences }, () => written(builder.sentence())))
}
