/** Dutch words about who takes part no longer: removing, leaving, closing, and who is in charge. */

export const nlCircle = {
  circle: {
    /** Titles of what happened; the rest is in `sharing.refused`. */
    ended: {
      removed: (name: string) => `${name} heeft jou uit dit plan gehaald`,
      closed: (name: string) => `${name} heeft dit plan gesloten`,
      closedByMe: 'Jij hebt dit plan gesloten',
      unshared: 'Een deel van wat jij schreef, is niet gedeeld. Sla het op als je het wilt houden.',
      ways: 'Opslaan of weghalen',
    },
  },
}
