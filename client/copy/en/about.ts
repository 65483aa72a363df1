/** English words about privacy: what is safe, and plainly what is not promised (shared/THREAT_MODEL.md), in the order of what people fear. */
import type { nlAbout } from '../nl/about.ts'

export const enAbout: typeof nlAbout = {
  about: {
    title: 'Who can see what?',
    lead: 'We promise no more than we can do.',
    sections: [
      {
        title: 'Who can read my plan?',
        points: [
          'Only those who take part. You always see who they are.',
          'It is locked before it goes to the others. The computer in between cannot read it.',
          'Whoever takes part sees the whole plan. Also what was in it before, and text that was removed.',
          'Is something only for you, or for one other person? Make a separate plan for it.',
          'You give no e‑mail, no password and no real name.',
        ],
      },
      {
        title: 'What if I lose my device?',
        points: [
          'Whoever can unlock your device can read your plan. Put a PIN on it.',
          'If you lose your device, you lose your key. Someone who takes part can invite you again.',
          'Does nobody else take part? Then save your plan as a file too.',
        ],
      },
      {
        title: 'What if somebody has to go?',
        points: [
          'Whoever is taken out cannot read what comes after.',
          'What that person has read, nobody can take back.',
        ],
      },
      {
        title: 'What if somebody means harm?',
        points: [
          'Nobody can write in your name. You see who wrote what.',
          'Whoever writes along can also remove text. The others see who did it.',
          'Did you just join? Then one writer can show you something false for a moment. The app checks everything. If it is not right, you see who did it.',
          'If anything else is not right, the app says so. What you have stays on your device.',
        ],
      },
      {
        title: 'An invitation',
        points: [
          'Whoever has the link can take part. Send it to one person.',
          'Safest is: together in one room, with the QR code.',
          'A code of 6 digits helps. But whoever steals the link and also runs the computer in between can guess the code.',
        ],
      },
      {
        title: 'Leave fast',
        points: [
          'The button “Leave fast” blanks the screen at once and opens an ordinary website. Pressing Shift three times does the same.',
          'The back button does not bring your plan into view.',
          'The history of your browser does say that this app was open.',
        ],
      },
      {
        title: 'What remains?',
        points: [
          'The computer in between sees which devices have a plan together, and their internet address. Not what people are called.',
          'It also sees when something is shared, and about how much.',
          'You have to be able to trust whoever gives you this app. That is so for every app.',
        ],
      },
    ],
  },
}
