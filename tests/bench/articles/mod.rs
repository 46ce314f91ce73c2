//! Generated articles of any size: paragraphs of invented news, with quotes and names.

/// Bytes of the articles that are measured.
pub const SIZES: [usize; 3] = [4 << 10, 100 << 10, 1 << 20];

const PEOPLE: [&str; 6] = ["Mara Lindqvist", "Tobias Renn", "Adaeze Okoro", "Sian Pryce", "Joren Valk", "Hye-jin Moon"];
const TOWNS: [&str; 5] = ["Harrowgate Sound", "Penmarrow", "Castle Orrin", "Ostervale", "Lower Tamsin"];
const BODIES: [&str; 4] = ["the Harbour Trust", "Orrin Council", "the Coastal Survey (CS)", "Tamsin Rail Ltd"];

/// Plain text of about `bytes` bytes, paragraphs divided by blank lines.
pub fn article(bytes: usize) -> String {
    let mut text =
        String::from("Ferry pier to close for two winters, trust says\n\nBy Ines Marlow, transport reporter\n\n");
    let mut number = 0;
    while text.len() < bytes {
        text.push_str(&paragraph(number));
        text.push_str("\n\n");
        number += 1;
    }
    text
}

fn paragraph(number: usize) -> String {
    let person = PEOPLE[number % PEOPLE.len()];
    let surname = person.rsplit(' ').next().unwrap_or(person);
    let (town, body) = (TOWNS[number % TOWNS.len()], BODIES[number % BODIES.len()]);
    let sum = 3 + number % 900;
    match number % 4 {
        0 => format!(
            "{person}, the engineer in charge at {town}, said the pier would cost £{sum}m to mend and that {body} had known since March. “We counted every bolt,” {surname} said. “There were fewer than we had hoped.”"
        ),
        1 => format!(
            "The work, which began on 4 May, covers {sum} metres of timber and a slipway that nobody has used since the winter storms; according to {body}, half of it was rotten when the survey was made, and a further {sum} piles are to be replaced before the autumn."
        ),
        2 => format!(
            "A spokeswoman for {body} called the delay “a matter of weeks, not of years” and denied that {town} had been forgotten. “Nobody is forgotten,” she added."
        ),
        _ => format!(
            "People in {town} told a meeting on Thursday that they had heard it all before. “My father was promised that pier,” said {person}, 71, “and so was his.” About {sum} of them signed a letter to {body}."
        ),
    }
}

/// The same as Markdown, with headings, emphasis and lists.
pub fn markdown(bytes: usize) -> String {
    let mut text = String::from("# Ferry pier to close for two winters\n\n");
    let mut number = 0;
    while text.len() < bytes {
        let words = paragraph(number);
        match number % 9 {
            3 => text.push_str(&format!("## Part {number}\n\n{words}\n\n")),
            6 => text.push_str(&format!(
                "- *{}*\n- **second point**, with [a link](https://example.org/{number})\n\n",
                words
            )),
            _ => text.push_str(&format!("{words}\n\n")),
        }
        number += 1;
    }
    text
}

/// The same as a page, with what stands around an article.
pub fn page(bytes: usize) -> String {
    let mut text = String::from(
        "<!doctype html><html lang=en><head><meta charset=utf-8><title>Ferry pier to close | The Orrin Post</title></head>\
         <body><nav><a href=/>Home</a><a href=/news>News</a></nav><article><h1>Ferry pier to close for two winters</h1>",
    );
    let mut number = 0;
    while text.len() < bytes {
        text.push_str(&format!("<p>{}</p>\n", paragraph(number)));
        number += 1;
    }
    text.push_str("</article><footer>© The Orrin Post</footer></body></html>");
    text
}
