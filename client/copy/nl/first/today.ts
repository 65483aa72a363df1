/** Dutch words of today and the week over all plans, and of what comes next in each. */

export const nlToday = {
  today: {
    /** The way here; `count`: what there is today, and what should have been before. */
    link: (count: number) => (count === 0 ? 'Vandaag en deze week' : `Vandaag en deze week (${count} te doen)`),
    agreed: 'Gesprek, nog niet voorbereid',
    /** What comes next in a plan, before it. */
    talk: 'Volgend gesprek',
    step: 'Volgende stap',
    noDay: 'nog geen dag',
  },
}
