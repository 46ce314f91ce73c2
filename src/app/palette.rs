//! What the keys do in the palette.

use super::App;
use super::Screen;
use super::lists::walked;
use super::overlay::Overlay;
use super::overlay::palette::{Offer, Palette};
use crate::actions::{Action, Pane, Place};
use crate::model::place::Memory;

/// How many of the actions done last are offered first.
const RECENT: usize = 8;

impl App {
    /// The places whose actions can be done from here, the nearest first.
    fn reachable(&self) -> Vec<Place> {
        let mut places = vec![self.screen_place()];
        if self.screen == Screen::Reader {
            places.extend(Pane::ALL.map(Pane::place));
        }
        places
    }

    pub(super) fn show_palette(&mut self) {
        self.overlays.clear();
        let palette =
            Palette::new(&self.reachable(), self.memory.actions.get(..RECENT).unwrap_or(&self.memory.actions));
        self.push(Overlay::Palette(palette));
    }

    pub(super) fn perform_in_palette(&mut self, action: Action) {
        let Some(Overlay::Palette(palette)) = self.overlays.last_mut() else { return };
        match action {
            Action::Move(unit, direction) => {
                palette.selected = walked(palette.selected, palette.len(), unit, direction, palette.height.into());
            }
            Action::Open => {
                let chosen = palette.offers().nth(palette.selected);
                self.overlays.pop();
                match chosen {
                    Some(offer) => self.take_offer(offer),
                    None => self.say("No command matches."),
                }
            }
            other => self.perform_in_any_overlay(other),
        }
    }

    fn take_offer(&mut self, offer: Offer) {
        let name = offer.row().name;
        self.memory.used(name);
        self.remember(Memory::ACTIONS);
        if let Some(pane) = Pane::ALL.into_iter().find(|pane| pane.place() == offer.place) {
            self.focus_on(pane);
        }
        self.perform_here(offer.row().action(0));
    }
}
