/** English words about privacy: what is safe, and plainly what is not promised (shared/THREAT_MODEL.md), in the order of what people fear. */
import type { nlAbout } from '../../nl/aside/about.ts'

export const enAbout: typeof nlAbout = {
  about: {
    title: 'Who can see what?',
    lead: 'We don’t promise more than we can do.',
    sections: [
      {
        title: 'Who can read my plan?',
        points: [
          'Only the people in it. The plan shows you who they are.',
          'A computer passes it on between you: the server. Your plan is locked before it goes there, so the server can’t read it.',
          'Everyone in the plan sees all of it, including what was in it before and text that was removed.',
          'Is something just between you and one other person? Make a separate plan for it.',
          'You don’t have to give an e‑mail address, a password or your real name.',
        ],
      },
      {
        title: 'What’s just for me?',
        points: [
          'Notes under “Only for you”. Nobody else in the plan sees them. They’re on all your own devices.',
          'They disappear from the screen after six weeks, unless you keep them longer. The next time the app is online, they disappear from your device too.',
          'What you’ve typed but not saved yet is only on this device. If you leave it, it disappears after a while.',
          'The server still has the notes that have disappeared, locked. Only someone with your key card could open them.',
          'Your name, language, text size, the titles of your plans and what you’ve seen are locked on the server too. It does see that this exists, how large it is, and when your device fetches it.',
        ],
      },
      {
        title: 'What if I lose my device?',
        points: [
          'Anyone who can unlock your device can read your plan, and write as if they were you. Use a PIN.',
          'On many devices you can lock Weef itself too, under About me. It then only opens with your fingerprint, face or PIN.',
          'Save your key card. You’ll find it under About me. It brings all your plans back on another device.',
          'Under About me you can also save everything in one file. Nobody can read it without your key card. With the card they can, including what was removed later.',
          'As far as the app can tell, anyone with your key card is you. Has someone seen it? Make a new card, under About me.',
          'No card? The person in charge of the plan can invite you again. If you’re the only one in charge, nobody can. Put someone else in charge too.',
          'On someone else’s device, choose “Only for now”. When you close the app, nothing from your plans is left there. The browser’s history may show that the app was open.',
          'Has the only person in charge lost everything? Then anyone who can write can carry on in a new plan, with all that is there.',
        ],
      },
      {
        title: 'What if someone has to leave?',
        points: [
          'The person in charge of the plan can remove someone. That person won’t see anything new.',
          'Nobody can take back what that person already had.',
          'Want to stop yourself? You can leave a plan. The person in charge can also close it for everyone.',
        ],
      },
      {
        title: 'What if someone means harm?',
        points: [
          'Nobody can write as you from another device. What someone writes down for you says “written down by” that person.',
          'If someone chooses a name like yours, you both get a number.',
          'If someone else changes the name or the parts of the plan, the person in charge sees who it was and can put it back.',
          'Anyone who can write can also remove text. In the story you can see who wrote which piece. Under “What has changed” you can see who removed something, and put it back.',
          'If you’ve just joined, someone who can write could show you something false for a moment. The app checks everything. If it isn’t right, you see who it came from.',
          'If the app notices that anything else isn’t right, it says so. What you have stays on your device.',
        ],
      },
      {
        title: 'An invitation',
        points: [
          'Anyone with the link can join. Send it to one person.',
          'The link says who invites you. The server doesn’t see that. A name in a link proves nothing: ask if you’re not sure.',
          'The safest way is together in one room, with the QR code.',
          'A 6-digit code helps. But someone who steals the link and also runs the server could guess the code.',
        ],
      },
      {
        title: 'Leave fast',
        points: [
          'The button “Leave fast” blanks the screen at once and opens an ordinary website. Pressing Shift three times does the same.',
          'Without internet you see a calendar.',
          'The back button doesn’t bring your plan back into view.',
          'Your browser’s history does show that this app was open.',
        ],
      },
      {
        title: 'The questions in the wheel',
        points: ['The six topics come from Positive Health. The questions are Weef’s own. Anyone can use them.'],
      },
      {
        title: 'What else should I know?',
        points: [
          'The server sees which devices share a plan, and their internet address. Not people’s names.',
          'The server also sees when you have the app open, and about how much is shared.',
          'The server can hold something back. That looks like a bad connection.',
          'Extensions in your browser can see what you write.',
          'You need to be able to trust whoever gives you this app. That’s true of every app.',
        ],
      },
    ],
  },
}
