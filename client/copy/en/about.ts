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
          'Only those who take part. In the plan you see who they are.',
          'Between you stands a computer: the service. Your plan is locked before it goes there. The service cannot read it.',
          'Whoever takes part sees the whole plan. Also what was in it before, and text that was removed.',
          'Is something for you and one other person? Make a separate plan for it.',
          'You need to give no e‑mail, no password and no real name.',
        ],
      },
      {
        title: 'What is only for me?',
        points: [
          'Notes under “Only for you”. Nobody else in the plan sees them. They are on all your own devices too.',
          'They go from the screen after six weeks, unless you keep them longer. The next time that the app is connected, they go from your device as well.',
          'What you type and have not saved yet is on this device alone. If you leave it, it goes after a while.',
          'The service still keeps a note that is over, locked. Only whoever has your key card could open it.',
          'Your name, the language, the size of letters, the titles of your plans and what you have seen are locked at the service too. It does see that you have such a thing, how large it is, and when your device fetches it.',
        ],
      },
      {
        title: 'What if I lose my device?',
        points: [
          'Whoever can unlock your device can read your plan, and write as if they were you. Put a PIN on it.',
          'On many devices you can lock Weef itself too, under About me. It then opens with your finger, your face or your code alone.',
          'Keep your key card. You find it under About me. With it you get all your plans back on another device.',
          'Under About me you can also keep everything in one file. Without your key card nobody can read it. With the card they can, also what was taken away later.',
          'Whoever has your key card is you, as far as the app can tell. Did somebody see it? Then make a new card, under About me.',
          'No card? The person in charge of the plan can invite you again. Are you the only one in charge? Then nobody can. Put somebody else in charge too.',
          'On a device of somebody else, choose “Only for now”. When you close the app, nothing of your plans stays there. The browser’s history can show that the app was open.',
          'Has the only person in charge lost everything? Then anyone who can write can carry on in a new plan, with all that is there.',
        ],
      },
      {
        title: 'What if somebody has to go?',
        points: [
          'The person in charge of the plan can take somebody out. That person then gets nothing new to read.',
          'What that person already had, nobody can take back.',
          'Do you want to stop yourself? You can leave a plan. The person in charge can also close it for everyone.',
        ],
      },
      {
        title: 'What if somebody means harm?',
        points: [
          'On another device nobody can write as if they were you. What somebody writes down for you says “written down by” that person.',
          'Does somebody choose a name that looks like yours? Then you both get a number.',
          'Does somebody else change the name or the parts of the plan? Then whoever is in charge reads who it was, and puts it back.',
          'Anyone who can write can also remove text. In the story you can see who wrote which piece. Under “What has changed” you read who removed something, and put it back.',
          'Did you just join? Then somebody who can write may show you something false for a moment. The app checks everything. If it is not right, you see whom it came from.',
          'Does the app notice that something else is not right? Then it says so. What you have stays on your device.',
        ],
      },
      {
        title: 'An invitation',
        points: [
          'Whoever has the link can take part. Send it to one person.',
          'The link says who invites you. The service does not see that. A name in a link proves nothing: ask if you are not sure.',
          'Safest is: together in one room, with the QR code.',
          'A code of 6 digits helps. But whoever steals the link and also runs the service can guess the code.',
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
        title: 'The questions of the wheel',
        points: ['The six topics come from Positive Health. The questions are Weef’s own. Anybody may use them.'],
      },
      {
        title: 'What remains?',
        points: [
          'The service sees which devices have a plan together, and their internet address. Not what people are called.',
          'The service also sees when you have the app open, and about how much is shared.',
          'The service can hold something back. That then looks like a bad connection.',
          'Extra programs in your browser can see what you write.',
          'You have to be able to trust whoever gives you this app. That is so for every app.',
        ],
      },
    ],
  },
}
