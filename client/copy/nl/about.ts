/** Dutch words about privacy: what is safe, and plainly what is not promised (shared/THREAT_MODEL.md), in the order of what people fear. */

export const nlAbout = {
  about: {
    title: 'Wie kan wat zien?',
    lead: 'We beloven niet meer dan we kunnen.',
    sections: [
      {
        title: 'Wie kan mijn plan lezen?',
        points: [
          'Alleen wie meedoet. Je ziet altijd wie dat zijn.',
          'Het gaat op slot voordat het naar de anderen gaat. De computer ertussen kan het niet lezen.',
          'Wie meedoet, ziet het hele plan. Ook wat er vroeger in stond, en tekst die is weggehaald.',
          'Is iets alleen voor jou of voor één ander? Maak daar een apart plan voor.',
          'Je geeft geen e‑mail, geen wachtwoord en geen echte naam.',
        ],
      },
      {
        title: 'Wat als ik mijn toestel kwijt ben?',
        points: [
          'Wie jouw toestel open kan maken, kan je plan lezen. Zet er een pincode op.',
          'Raak je je toestel kwijt, dan ben je ook je sleutel kwijt. Iemand die meedoet, kan je opnieuw uitnodigen.',
          'Doet er niemand anders mee? Sla je plan dan ook op als bestand.',
        ],
      },
      {
        title: 'Wat als iemand eruit moet?',
        points: [
          'Wie eruit gaat, leest niet wat er daarna in komt.',
          'Wat die persoon al las, kan niemand terughalen.',
        ],
      },
      {
        title: 'Wat als iemand kwaad wil?',
        points: [
          'Niemand kan schrijven met jouw naam. Je ziet wie wat schreef.',
          'Wie meeschrijft, kan ook tekst weghalen. De anderen zien dan wie dat was.',
          'Doe je pas mee? Dan kan één schrijver je even iets verkeerds laten zien. De app kijkt alles na. Klopt het niet, dan zie je wie dat deed.',
          'Klopt er iets anders niet, dan zegt de app dat. Wat je hebt, blijft op je toestel.',
        ],
      },
      {
        title: 'Een uitnodiging',
        points: [
          'Wie de link heeft, kan meedoen. Stuur hem naar één persoon.',
          'Het veiligst is: samen in één kamer, met de QR-code.',
          'Een code van 6 cijfers helpt. Maar wie de link steelt én de computer ertussen beheert, kan de code raden.',
        ],
      },
      {
        title: 'Snel weg',
        points: [
          'De knop “Snel weg” maakt het scherm meteen leeg en opent een gewone website. Drie keer op Shift drukken doet hetzelfde.',
          'Met de knop “terug” komt je plan niet in beeld.',
          'In de geschiedenis van je browser staat wel dat deze app open was.',
        ],
      },
      {
        title: 'Wat blijft er over?',
        points: [
          'De computer ertussen ziet welke toestellen samen een plan hebben, en hun internetadres. Niet hoe mensen heten.',
          'Die ziet ook wanneer er iets wordt gedeeld, en ongeveer hoeveel.',
          'Wie deze app aan je geeft, moet je kunnen vertrouwen. Dat geldt voor elke app.',
        ],
      },
    ],
  },
}
