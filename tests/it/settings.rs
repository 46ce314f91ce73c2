//! Settings, keys and themes of one's own: what holds, and what is said of mistakes.

use std::fs;
use std::path::Path;

use pullquote::actions::{Action, Direction, Pane, Place, TABLE, Unit};
use pullquote::app::App;
use pullquote::config::colour::Depth;
use pullquote::config::settings::{Citation, NAMES, REFERENCE, Settings};
use pullquote::config::surroundings::{Background, Surroundings};
use pullquote::config::theme::{Theme, contrast};
use pullquote::config::{Configuration, keys, settings};
use pullquote::model::settings::{Written, WrittenFile};
use pullquote::store::samples::SAMPLES;
use ratatui::style::{Color, Modifier};

use crate::harness::{Folder, press, start, text};

fn file(name: &str, text: &str) -> WrittenFile {
    WrittenFile { name: name.to_owned(), text: Some(Ok(text.to_owned())) }
}

fn keyed(text: &str) -> (pullquote::actions::keymap::Keymap, Vec<String>) {
    let (keymap, problems) = keys::read(&file("keys.toml", text));
    (keymap, problems.iter().map(ToString::to_string).collect())
}

fn set(text: &str) -> (Settings, Vec<String>) {
    let (settings, problems) = settings::read(&file("config.toml", text));
    (settings, problems.iter().map(ToString::to_string).collect())
}

#[test]
fn the_reference_sets_every_setting_to_its_default() {
    let said = Settings { theme: Some("terminal".to_owned()), ..Settings::default() };
    assert_eq!(set(REFERENCE), (said, vec![]));
    for name in NAMES {
        assert!(REFERENCE.lines().any(|line| line.starts_with(&format!("{name} ="))), "{name} is not in the reference");
        let before = REFERENCE.lines().take_while(|line| !line.starts_with(&format!("{name} ="))).last();
        assert!(name.ends_with("_from") || before.is_some_and(|line| line.starts_with('#')), "{name} has no comment");
    }
}

#[test]
fn each_setting_is_taken_up() {
    let (settings, problems) = set(
        "theme = \"dark\"\ncolours = \"256\"\nascii = true\nmeasure = 0x30\nmouse = false\ncitation = \"markdown\"\nbrowser = \"w3m\"\n",
    );
    assert_eq!(problems, Vec::<String>::new());
    assert_eq!((settings.theme.as_deref().unwrap(), settings.colours), ("dark", Some(Depth::Indexed)));
    assert_eq!((settings.ascii, settings.measure, settings.mouse), (Some(true), 48, false));
    assert_eq!((settings.citation, settings.browser.as_str()), (Citation::Markdown, "w3m"));
}

#[test]
fn a_mistake_is_said_with_its_line_and_the_other_lines_hold() {
    let (settings, problems) =
        set("mesure = 70\nmeasure = 300\nmouse = \"yes\"\ntheme = 3\ncitation = \"apa\"\ntitle = false\n");
    assert_eq!(
        problems,
        [
            "config.toml:1: there is no setting \"mesure\"; did you mean \"measure\"?",
            "config.toml:2: measure is a number from 24 to 100, not 300; the default holds.",
            "config.toml:3: mouse is true or false, not \"yes\"; the default holds.",
            "config.toml:4: theme is a text in quotes, not 3; the default holds.",
            "config.toml:5: citation is one of \"plain\", \"markdown\", \"words\", not \"apa\"; the default holds.",
        ]
    );
    assert_eq!(settings, Settings { title: false, ..Settings::default() });
}

#[test]
fn what_is_not_toml_is_passed_over_line_by_line() {
    let (settings, problems) = set("mouse = = false\nmeasure = 80\n[table]\nx = 1\n");
    assert!(problems[0].starts_with("config.toml:1: this is not TOML"), "{problems:?}");
    assert!(problems.iter().any(|problem| problem.contains("there is no table [table]")), "{problems:?}");
    assert_eq!(settings.measure, 80);
}

#[test]
fn a_theme_that_does_not_exist_is_said_and_the_default_worn() {
    let config = Configuration::read(
        &Written { settings: file("config.toml", "theme = \"drak\""), ..Written::default() },
        Surroundings::default(),
    );
    assert_eq!(
        config.problems[0].to_string(),
        "config.toml: there is no theme \"drak\"; did you mean \"dark\"?; the default holds."
    );
    assert_eq!(config.look.theme, Theme::shipped("terminal").at_depth(Depth::Sixteen));
}

#[test]
fn keys_can_be_given_taken_away_and_exchanged() {
    let (keymap, problems) = keyed(
        "[text]\nnext-quote = [\"x\", \"ctrl+right\"]\nstrip = \"\"\nfind = \"f\"\nlinks = \"/\"\n[all]\nquit = \"ctrl-q\"\n",
    );
    assert_eq!(problems, Vec::<String>::new());
    assert_eq!(keymap.action(Place::Text, "x"), Some(Action::Quote(Direction::On)));
    assert_eq!(keymap.action(Place::Text, "Ctrl-Right"), Some(Action::Quote(Direction::On)));
    assert_eq!(keymap.action(Place::Text, "l"), None, "the old keys are gone");
    assert_eq!(keymap.action(Place::Text, "t"), None);
    assert_eq!(keymap.action(Place::Quotes, "t"), Some(Action::Strip), "in other places it stays");
    assert_eq!(keymap.action(Place::Text, "f"), Some(Action::Find));
    assert_eq!(keymap.action(Place::Text, "/"), Some(Action::Links));
    assert_eq!(keymap.action(Place::Page, "Ctrl-q"), Some(Action::Quit));
    assert_eq!(keymap.keys(Place::Text, "next-quote"), ["x", "Ctrl-Right"]);
}

#[test]
fn mistakes_in_keys_are_said_and_the_default_holds() {
    let (keymap, problems) = keyed(
        "[text]\nnext-qoute = \"x\"\nfind = \"Pagedwn\"\nzoom = \"n\"\nstrip = \"Ctrl-i\"\nreload = 4\n[txet]\nfind = \"x\"\n[find]\nopen = \"a\"\n[start]\nlinks = \"x\"\n",
    );
    assert_eq!(
        problems,
        [
            "keys.toml:2: there is no action \"next-qoute\"; did you mean \"next-quote\"?",
            "keys.toml:3: no key is called \"Pagedwn\"; did you mean \"pagedown\"?; the default holds.",
            "keys.toml:4: n is the key of \"next\" in Text already; \"zoom\" keeps its default there. Unbind the other first: next = \"\"",
            "keys.toml:5: terminals send Tab for \"Ctrl-i\"; the default holds.",
            "keys.toml:6: keys are a text or a list of texts, not 4; the default holds.",
            "keys.toml:8: there is no place [txet]; did you mean \"text\"?",
            "keys.toml:10: a letter is typed here, it can't be a key; take one with Ctrl or Alt.",
            "keys.toml:12: \"links\" does nothing in [start]; it holds in Text.",
        ]
    );
    assert_eq!(keymap.action(Place::Text, "/"), Some(Action::Find));
    assert_eq!(keymap.action(Place::Text, "z"), Some(Action::Zoom));
    assert_eq!(keymap.action(Place::Text, "n"), Some(Action::Next(Direction::On)));
}

#[test]
fn presets_are_whole_and_stand_below_ones_own_keys() {
    for preset in ["default", "less", "arrows"] {
        let (_, problems) = keyed(&format!("preset = {preset:?}"));
        assert_eq!(problems, Vec::<String>::new(), "{preset}");
    }
    let (keymap, _) = keyed("preset = \"less\"\n[text]\ndown = \"F3\"\n");
    assert_eq!(keymap.action(Place::Text, "f"), Some(Action::Move(Unit::Page, Direction::On)));
    assert_eq!(keymap.action(Place::Text, "y"), Some(Action::Move(Unit::Line, Direction::Back)));
    assert_eq!(keymap.action(Place::Text, "F3"), Some(Action::Move(Unit::Line, Direction::On)));
    let (_, problems) = keyed("preset = \"lss\"");
    assert_eq!(
        problems,
        ["keys.toml:1: there is no preset \"lss\"; did you mean \"less\"? (there are default, less, arrows)"]
    );
    let (arrows, _) = keyed("preset = \"arrows\"");
    assert_eq!(arrows.keys(Place::Text, "find").first().map(String::as_str), Some("F3"));
}

#[test]
fn the_help_and_the_palette_show_the_live_keys() {
    let written =
        Written { keys: file("keys.toml", "[text]\nfind = \"F7\"\nnext-pane = \"\"\n"), ..Written::default() };
    let mut session =
        start(App::welcome(SAMPLES.len(), Configuration::read(&written, Surroundings::default())), 100, 60);
    press(&mut session, "Enter F7 w Esc ?");
    let says = |screen: &str| screen.lines().any(|line| line.contains("F7 ") && line.contains("find words"));
    assert!(says(&text(&session)), "{}", text(&session));
    assert!(!text(&session).contains("next pane"), "{}", text(&session));
    press(&mut session, "Esc : f i n d");
    assert!(
        text(&session).lines().any(|line| line.contains("find words") && line.contains("F7")),
        "{}",
        text(&session)
    );
}

#[test]
fn every_action_that_is_no_boxs_own_is_in_the_palette() {
    let screens = [Place::Start, Place::Articles, Place::Text, Place::Quotes, Place::Entities];
    let not_offered = ["palette", "cancel", "choose"];
    let wanted = |place: Place| {
        TABLE
            .iter()
            .filter(move |row| row.places.contains(&place) && !not_offered.contains(&row.name))
            .map(|row| row.name)
    };
    for place in screens {
        let all = pullquote::app::overlay::palette::Palette::new(&[place], &[]);
        let offered: Vec<&str> = all.offers().map(|offer| offer.row().name).collect();
        for name in wanted(place) {
            assert!(offered.contains(&name), "{name} is not offered in {}", place.name());
        }
    }
}

#[test]
fn a_choice_of_the_palette_goes_to_the_pane_where_it_holds() {
    let mut session = start(App::welcome(SAMPLES.len(), crate::harness::configured("")), 120, 36);
    press(&mut session, "Enter : m a r k - n Enter");
    assert_eq!(session.app.focus, Pane::Entities);
    assert_eq!(session.app.entities.marked.len(), 1);
    assert_eq!(session.app.memory.actions, ["mark-name"]);
    press(&mut session, ":");
    let first = text(&session).lines().find(|line| line.contains("┃ · ")).map(str::to_owned);
    assert!(first.is_some_and(|line| line.contains("mark this name")), "{}", text(&session));
}

#[test]
fn the_shipped_themes_can_be_read_everywhere() {
    for name in ["dark", "light"] {
        let mut theme = Theme::shipped(name);
        let ground = theme.text.bg.unwrap();
        let voices = theme.voices.clone();
        let styles = theme.styles_mut().into_iter().map(|(name, style)| (name, *style));
        let voices = voices.into_iter().map(|style| ("voices", style));
        for (part, style) in styles.chain(voices).collect::<Vec<_>>() {
            let Some(letters) = style.fg.or(Theme::shipped(name).text.fg) else { continue };
            let ratio = contrast(letters, style.bg.unwrap_or(ground)).unwrap();
            assert!(ratio >= 4.5, "{part} of {name}: {ratio:.2}");
        }
        // Whatever stands in a passage that is kept stays readable on its ground.
        let kept: Vec<Option<Color>> = Theme::shipped(name).kept.iter().map(|style| style.bg).collect();
        assert_eq!(kept.len(), 4, "a ground for each colour");
        let plain = Theme::shipped(name);
        for (ground, style) in kept.iter().flat_map(|ground| {
            [plain.text, plain.strong, plain.link, plain.code, plain.cue, plain.source]
                .map(|style| (ground.unwrap(), style))
        }) {
            let ratio = contrast(style.fg.unwrap(), ground).unwrap();
            assert!(ratio >= 4.5, "{style:?} of {name} on {ground}: {ratio:.2}");
        }
        // A voice's words stay readable on every ground that is laid below them.
        let grounds = kept.into_iter().chain([Theme::shipped(name).selected.bg, Some(ground)]);
        for ground in grounds.flatten() {
            for voice in &Theme::shipped(name).voices {
                let ratio = contrast(voice.fg.unwrap(), ground).unwrap();
                assert!(ratio >= 4.5, "a voice of {name} on {ground}: {ratio:.2}");
            }
        }
    }
}

#[test]
fn the_colours_of_kept_words_can_be_read_on_black_and_on_white() {
    let colours: Vec<Color> = Theme::shipped("terminal").kept.iter().filter_map(|style| style.fg).collect();
    assert_eq!(colours.len(), 3, "the first is the terminal's own");
    for (colour, ground) in colours.iter().flat_map(|colour| [0, 255].map(|level| (*colour, level))) {
        let ratio = contrast(colour, Color::Rgb(ground, ground, ground)).unwrap();
        assert!(ratio >= 4.4, "{colour} on {ground}: {ratio:.2}");
    }
    let sixteen = Theme::shipped("terminal").at_depth(Depth::Sixteen);
    assert!(sixteen.kept.iter().all(|style| style.fg.is_none()));
}

#[test]
fn contrast_is_that_of_wcag() {
    assert!((contrast(Color::Rgb(0, 0, 0), Color::Rgb(255, 255, 255)).unwrap() - 21.0).abs() < 0.01);
    assert!((contrast(Color::Rgb(0x77, 0x77, 0x77), Color::Rgb(255, 255, 255)).unwrap() - 4.48).abs() < 0.01);
    assert_eq!(contrast(Color::Red, Color::Black), None, "the terminal decides");
}

#[test]
fn a_terminal_with_fewer_colours_keeps_weight() {
    let dark = Theme::shipped("dark");
    let indexed = dark.at_depth(Depth::Indexed);
    assert_eq!(indexed.voices[0].fg, Some(Color::Indexed(75)));
    for depth in [Depth::Sixteen, Depth::None] {
        let plain = dark.at_depth(depth);
        assert_eq!((plain.text.fg, plain.text.bg, plain.voices.len()), (None, None, 0), "{depth:?}");
        assert!(plain.focused.add_modifier.contains(Modifier::REVERSED), "{depth:?}");
        assert!(plain.marked.add_modifier.contains(Modifier::UNDERLINED), "{depth:?}");
        assert!(plain.found.add_modifier.contains(Modifier::REVERSED), "{depth:?}");
    }
}

#[test]
fn a_theme_of_ones_own_is_laid_over_the_terminals() {
    let own = file(
        "sea.toml",
        "strong = { fg = \"#00ffaa\", add_modifier = \"BOLD | ITALIC\" }\nacent = { fg = \"red\" }\ndim = { fg = \"rde\" }\nlink = \"red\"\n",
    );
    let written = Written {
        settings: file("config.toml", "theme = \"sea\""),
        themes: vec![("sea".to_owned(), own)],
        ..Written::default()
    };
    let config = Configuration::read(&written, Surroundings { depth: Depth::True, ..Surroundings::default() });
    assert_eq!(config.look.theme.strong.fg, Some(Color::Rgb(0, 255, 170)));
    assert_eq!(config.look.theme.heading, Theme::shipped("terminal").heading);
    let problems: Vec<String> = config.problems.iter().map(ToString::to_string).collect();
    assert!(
        problems[0].starts_with("sea.toml:2: there is no style \"acent\"; did you mean \"accent\"?"),
        "{problems:?}"
    );
    assert!(problems[1].starts_with("sea.toml:3: a style is written"), "{problems:?}");
    assert!(problems[2].starts_with("sea.toml:4: a style is written"), "{problems:?}");
}

#[test]
fn the_environment_says_what_the_terminal_can_show() {
    let of = |variables: &'static [(&str, &str)]| {
        Surroundings::of(|name| {
            variables.iter().find(|(other, _)| *other == name).map(|(_, value)| (*value).to_owned())
        })
    };
    assert_eq!(of(&[("TERM", "xterm-256color")]).depth, Depth::Indexed);
    assert_eq!(of(&[("TERM", "xterm-256color"), ("COLORTERM", "truecolor")]).depth, Depth::True);
    assert_eq!(of(&[("TERM", "xterm"), ("NO_COLOR", "1")]).depth, Depth::None);
    assert_eq!(of(&[("TERM", "xterm"), ("NO_COLOR", "")]).depth, Depth::Sixteen);
    assert_eq!(of(&[("COLORFGBG", "15;0")]).background, Some(Background::Dark));
    assert_eq!(of(&[("COLORFGBG", "0;default;15")]).background, Some(Background::Light));
    assert_eq!(of(&[("COLORFGBG", "nothing")]).background, None);
    assert!(of(&[("LANG", "de_DE.ISO-8859-1")]).ascii && of(&[("LC_ALL", "C"), ("LANG", "de_DE.UTF-8")]).ascii);
    assert!(!of(&[("LANG", "en_GB.utf8")]).ascii && !of(&[("LANG", "en_GB")]).ascii && !of(&[]).ascii);
}

#[test]
fn hostile_files_are_a_sentence_each() {
    let folder = Folder::with(&[]);
    let paths = |name: &str| pullquote::store::settings::paths(Some(&folder.path.join(name)));
    let problem = |name: &str| {
        let written = pullquote::store::settings::read(paths(name));
        let config = Configuration::read(&written, Surroundings::default());
        let told: Vec<String> = config.problems.iter().map(ToString::to_string).collect();
        told.join("\n")
    };
    fs::write(folder.path.join("large.toml"), "# \n".repeat(400_000)).unwrap();
    fs::write(folder.path.join("binary.toml"), [0u8, 159, 146, 150, 255, 10]).unwrap();
    fs::write(folder.path.join("nested.toml"), "a = ".to_owned() + &"[".repeat(20_000)).unwrap();
    fs::write(folder.path.join("escape.toml"), "\"\\u001b[2J\" = \"\\u001b]0;x\\u0007\"\n").unwrap();
    fs::create_dir(folder.path.join("folder.toml")).unwrap();
    assert!(problem("large.toml").contains("too large for settings"));
    assert!(problem("binary.toml").contains("not text in UTF-8"));
    assert!(problem("folder.toml").contains("this is not a file"));
    assert!(problem("nested.toml").contains("not TOML"));
    assert!(!problem("escape.toml").contains('\u{1b}'), "{:?}", problem("escape.toml"));
    assert_eq!(problem("missing.toml"), "");
}

#[test]
fn a_changed_file_of_settings_holds_at_once() {
    let folder = Folder::with(&[("config.toml", "measure = 60\n")]);
    let path = folder.path.join("config.toml");
    let read = |path: &Path| pullquote::store::settings::read(pullquote::store::settings::paths(Some(path)));
    let config = Configuration::read(&read(&path), Surroundings::default());
    let mut session = start(App::welcome(SAMPLES.len(), config), 120, 36);
    press(&mut session, "Enter");
    assert_eq!(session.app.reader.measure, 60);
    fs::write(&path, "measure = 50\nmouse = 1\n").unwrap();
    let paths = session.app.config.paths.clone().unwrap();
    session.submit(pullquote::model::work::Job::Settings { paths });
    session.settle();
    assert_eq!(session.app.reader.measure, 50);
    assert!(text(&session).contains("config.toml:2: mouse is true or false, not 1"), "{}", text(&session));
}

#[test]
fn a_way_out_always_keeps_a_key() {
    let none = ["quit", "leave", "interrupt", "palette", "suspend", "cancel", "close", "close-page", "close-evidence"];
    let lines: Vec<String> = none.iter().map(|name| format!("{name} = \"\"")).collect();
    let (keymap, problems) = keyed(&format!("[all]\n{}\nzoom = \"Esc\"\n", lines.join("\n")));
    for place in Place::ALL {
        assert_eq!(keymap.action(place, "Esc"), Some(Action::Cancel), "{}", place.name());
        assert_eq!(keymap.action(place, "Ctrl-c"), Some(Action::Quit), "{}", place.name());
    }
    assert!(
        problems.contains(&"keys.toml: \"cancel\" is a way out and has to keep a key; its default holds.".to_owned()),
        "{problems:?}"
    );
}

#[test]
fn empty_tables_and_endless_names_are_no_harm() {
    let (_, problems) = keyed("[text]\n# all of it is commented out\n[quotes]\n");
    assert_eq!(problems, Vec::<String>::new());
    let (_, problems) = set(&format!("{} = 1\n", "x".repeat(100_000)));
    assert!(problems[0].chars().count() < 400, "{}", problems[0].len());
    let many: String = (0..5000).map(|number| format!("k{number} = 1\n")).collect();
    assert!(set(&many).1.len() <= 20);
    let (_, problems) = keyed("[\"\\u001b]0;x\\u0007\"]\nup = \"x\"\n");
    assert!(!problems.concat().contains('\u{1b}'), "{problems:?}");
}
