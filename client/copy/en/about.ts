/** English words about privacy: what is safe, and plainly what is not promised (protocol.md §10). */
import type { nlAbout } from '../nl/about.ts'

export const enAbout: typeof nlAbout = {
  about: {
    title: 'Who can see what?',
    lead: 'We promise no more than we can do.',
    sections: [
      {
        title: 'What is safe',
        points: [
          'Your plan is on your own device.',
          'It is locked before it goes to the others. The computer in between cannot read it.',
          'You give no e‑mail, no password and no real name.',
        ],
      },
      {
        title: 'A plan is one circle',
        points: [
          'Whoever takes part sees the whole plan. Also what was in it before, and text that was removed.',
          'Whoever stops or is taken out cannot forget what they read.',
          'Whoever writes along can also remove text. The others see who did it.',
          'Is something only for you, or for one other person? Make a separate plan for it.',
        ],
      },
      {
        title: 'What the computer in between does see',
        points: [
          'Which devices have a plan together. Not what people are called.',
          'When something is shared, and about how much.',
          'The internet address of your device.',
          'You have to be able to trust whoever gives you this app. That is so for every app.',
        ],
      },
      {
        title: 'Your device',
        points: [
          'Whoever can unlock your device can read your plan. Put a PIN on it.',
          'If you lose your device, you lose your key. Someone who takes part can invite you again.',
          'Does nobody else take part? Then save your plan as a file too.',
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
    ],
  },
}
