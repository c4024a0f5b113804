/** The words about Kasm's three identifiers: first on the page of findings, because Kasm's tooltip sends people there. */
export interface FlagIdWords {
  /** For headings. */
  title: string;
  /** When Kasm shows it. */
  meaning: string;
  /** The admin's next step. */
  advice: string;
}

export const flagIdWords = {
  flag_user: {
    title: "Other user than 1000",
    meaning:
      "Kasm runs sessions under account number 1000, an ordinary account without special rights. This workspace sets `user` to something else, often to root.",
    advice:
      "Look at the value of `user`. If it is root (or 0), check in the notes whether the application needs that. If so, give these sessions agents of their own, or agents with the Sysbox runtime, an addition that holds root back better.",
  },
  flag_privileged: {
    title: "Privileged mode",
    meaning:
      "The workspace sets `privileged`. Nearly everything that keeps a session apart from the host, the machine it runs on, is then switched off.",
    advice:
      "Install it only if you trust both the publisher and every user who will get it, and give these sessions an agent of their own. Ask the publisher which single right or device would be enough.",
  },
  flag_property: {
    title: "Other Docker option",
    meaning:
      "run_config sets an option that Kasm neither ignores nor knows to be safe. That says nothing yet about how dangerous it is: harmless options get this flag as well as grave ones.",
    advice:
      "Look the property and its value up below. A finding of severity info or low seldom needs more than a glance. To take a setting out, choose Edit instead of Install in Kasm and delete it from the Docker Run Config Override.",
  },
} as const satisfies Record<string, FlagIdWords>;
