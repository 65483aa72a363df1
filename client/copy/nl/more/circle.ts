/** Dutch words about who takes part no longer: removing, leaving, closing, and who is in charge. */
import type { RecordResult } from '#ports/open-plan.ts'

type Failure = Extract<RecordResult, { ok: false }>['reason']

export const nlCircle = {
  circle: {
    remove: {
      ask: (name: string) => `Haal ${name} uit het plan`,
      title: (name: string) => `${name} uit het plan halen?`,
      text: (name: string) => `Vanaf nu krijgt ${name} niets nieuws meer te lezen. Wat er al staat, heeft ${name} nog.`,
      owner: (first: string, name: string) =>
        `${first} is ook de baas van dit plan. Daarna beslist ${name} niet meer mee.`,
      told: (first: string) => `Heeft ${first} dit plan nu open? Dan staat daar dat jij dit deed.`,
      done: (first: string) => `${first} doet niet meer mee, en leest niets nieuws meer.`,
      later: 'Je kunt deze persoon later opnieuw uitnodigen.',
      invitations: 'De open uitnodigingen van deze persoon werken dan ook niet meer.',
      offline: 'Er is nu geen verbinding. Iemand uit het plan halen kan alleen met internet.',
      keep: 'Nee, niet doen',
      go: 'Ja, haal eruit',
      failed: {
        offline: (name: string) =>
          `Er is geen verbinding. ${name} doet nog mee. Iemand uit het plan halen kan alleen met internet.`,
        refused: (name: string) => `Dat lukt nu niet. ${name} doet nog mee. Probeer het nog een keer.`,
      } satisfies Record<Failure, (name: string) => string>,
    },
    soleOwner: {
      title: 'Alleen jij bent de baas',
      text: 'Raak je dit toestel kwijt? Dan kan er niemand meer worden uitgenodigd. Maak nog iemand de baas, of bewaar je sleutelkaart.',
      alone: {
        title: 'Alleen jij doet mee',
        text: 'Raak je dit toestel kwijt? Dan kan niemand je weer uitnodigen. Bewaar je sleutelkaart: daarmee krijg je dit plan terug.',
      },
      toCard: 'Naar je sleutelkaart',
      handOver:
        'De ander is dan als enige de baas. Vertel erbij: maak nog iemand de baas, of bewaar je sleutelkaart. Anders kan niemand meer helpen als het toestel weg is.',
    },
    stepDown: {
      ask: 'Ik wil niet meer de baas zijn',
      title: 'Niet meer de baas zijn?',
      text: (names: string) => `Jij schrijft dan alleen nog mee. ${names} kiest wie meedoet en wat die mag.`,
      keep: 'Ik blijf de baas',
      go: 'Ja, ik schrijf mee',
    },
    leave: {
      title: 'Stoppen met dit plan',
      text: 'Je doet dan niet meer mee. De anderen houden het plan, met wat jij schreef.',
      go: 'Verlaat het plan',
      lastOwner: 'Jij bent de enige baas. Maak eerst iemand anders de baas, of sluit het plan voor iedereen.',
      toPeople: 'Maak iemand anders de baas',
      confirm: {
        title: 'Dit plan verlaten?',
        text: 'Je ziet dan niets nieuws meer, en je kunt er niet meer in schrijven. Terug kan alleen met een nieuwe uitnodiging.',
        keep: 'Ik blijf',
        go: 'Verlaat het plan',
      },
    },
    close: {
      title: 'Het plan sluiten',
      text: 'Dat doe je voor iedereen. Niemand kan er dan nog in schrijven, en op de server wordt alles gewist.',
      go: 'Sluit het plan',
      confirm: {
        title: 'Dit plan sluiten voor iedereen?',
        text: 'Dit kun je niet terugdraaien. Wat op een toestel staat, blijft daar tot die persoon het weghaalt.',
        keep: 'Laat het open',
        go: 'Sluit het plan',
      },
    },
    goOn: {
      title: 'Is er niemand meer die de baas is?',
      text: 'Soms is het toestel van de baas kwijt. Dan kun jij verdergaan in een nieuw plan, met alles wat hier nu staat. Jij wordt daar de baas.',
      afterClosing: 'Je kunt verdergaan in een nieuw plan, met alles wat hier nu staat. Jij wordt daar de baas.',
      after:
        'De anderen nodig je daar opnieuw uit. Dit plan blijft staan: hier kan iedereen blijven lezen wat er stond.',
      go: 'Begin een nieuw plan',
    },
    takeOffToo: 'Haal het ook van dit toestel',
    takeOffTooText: 'Anders blijft hier een kopie om te lezen.',
    failed: {
      offline: 'Er is geen verbinding. Er is niets veranderd. Dit kan alleen met internet.',
      refused: 'Dat lukt nu niet. Er is niets veranderd. Probeer het nog een keer.',
    } satisfies Record<Failure, string>,
  },
}
