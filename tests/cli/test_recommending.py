"""What a customer likely buys next, from the command line."""


def test_likes_with_their_reason(run, refused, shop):
    (found,) = run("likes", shop, 1, "--limit", 3, "--json").json
    assert (found["code"], found["why"], found["times"], found["due"]) == ("M50", "own", 2, False)
    assert run("likes", shop, 1).out == "Merinovilla 50 g: bought 2 times, last 20 days ago\n"
    assert run("likes", shop, 2, "--json").json == []
    assert "no customer number 9" in refused("likes", shop, 9)
