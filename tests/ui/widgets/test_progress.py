from cxdesk.ui.jobs import Job
from cxdesk.ui.widgets.progress import JobProgress


def test_it_follows_a_job_to_its_end(shown):
    progress, job = shown(JobProgress("Cancel")), Job()
    progress.follow(job, "Importing")
    assert progress.isVisible()
    job.progressed.emit(0.25, "100 of 400")
    assert (progress.meter.share, progress.label.text()) == (0.25, "100 of 400")
    job.progressed.emit(0.5, "")
    assert progress.label.text() == "100 of 400"
    job.ended.emit()
    assert not progress.isVisible()


def test_the_button_cancels_once(shown):
    progress, job = shown(JobProgress("Cancel")), Job()
    progress.follow(job, "Importing")
    progress.button.click()
    assert job.cancelled
    assert not progress.button.isEnabled()
