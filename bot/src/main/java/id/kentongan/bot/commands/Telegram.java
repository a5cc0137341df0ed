package id.kentongan.bot.commands;

import picocli.CommandLine.Command;

/// What an operator tells Telegram, or asks it.
@Command(
    name = "telegram",
    description = "Manage the webhook at Telegram.",
    subcommands = {TelegramSetWebhook.class, TelegramDeleteWebhook.class, TelegramInfo.class})
final class Telegram {}
