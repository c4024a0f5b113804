import { expect, test } from "vitest";
import { cardTexts, placeholdersOf } from "./card-texts.ts";
import { card } from "./search/cards.fixture.ts";

test("shows a monogram when the card has no icon, and says that it is flagged when it is", () => {
  const plain = cardTexts(card("Blender", { icon: "thumbs/0.webp" }), "en");
  expect(plain).toMatchObject({ icon: "/thumbs/0.webp", letter: "", flags: [] });
  const flagged = cardTexts(card("Blender", { flags: [["user", "flag_user"]] }), "en");
  expect(flagged).toMatchObject({
    icon: "",
    letter: "B",
    flags: [{ property: "user", flag: "flag_user" }],
  });
});

test("placeholders name every text of a card", () => {
  const texts = placeholdersOf(cardTexts(card("", { flags: [["user", "flag_user"]] }), "en"));
  for (const [name, text] of Object.entries(texts))
    expect(text).toEqual(name === "flags" ? [{ property: "{property}", flag: "{flag}" }] : `{${name}}`);
});
